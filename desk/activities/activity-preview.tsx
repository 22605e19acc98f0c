import { Button, Checkbox, Radio } from 'antd'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { DraftContent } from '../../core/contract/activity/draft'
import type { PreviewAnswer, PreviewMessage } from '../../core/contract/activity/preview-message'
import { toIso } from '../../core/kernel/shanghai-time'
import { clock } from '../api/clock'
import { useLoaded } from '../api/use-loaded'
import { addressOf, replaceWith, usePath, useSearch } from '../router'
import { CodePicture } from '../shared/code-picture'
import { useDebounced } from '../shared/use-debounced'
import { MISSING } from '../text/activity-form'
import { PREVIEW } from '../text/preview'

/** In the address of a draft whose preview is open. */
const SEARCH = '?preview'

export const isPreviewAddress = (search: string): boolean => new URLSearchParams(search).has('preview')

interface PreviewedDraft {
  /** As it is written now, saved or not. */
  readonly content: DraftContent
  /** `null` for what was never saved. */
  readonly draftId: string | null
  readonly isChanged: boolean
}

/** 预览 of what is written: a button for the form's head, and a panel beside the form while the address says so. */
export function usePreview(draft: PreviewedDraft): {
  readonly button: ReactNode
  readonly panel: ReactNode
  /** What keeps it open where the form goes to another address. */
  readonly search: string
} {
  const path = usePath()
  const isOpen = isPreviewAddress(useSearch())
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    if (isOpen) panel.current?.focus()
    else button.current?.focus()
  }, [isOpen])
  const show = (isWanted: boolean) => {
    isPressed.current = true
    replaceWith(isWanted ? `${path}${SEARCH}` : path)
  }
  return {
    search: isOpen ? SEARCH : '',
    button: (
      <Button ref={button} aria-expanded={isOpen} onClick={() => show(!isOpen)}>
        {PREVIEW.open}
      </Button>
    ),
    panel: isOpen ? <PreviewPanel panel={panel} {...draft} onClose={() => show(false)} /> : null,
  }
}

const LOOKS = ['standard', 'elder', 'narrow', 'phone'] as const
type Look = (typeof LOOKS)[number]

const ASK_AFTER_MS = 400

interface PreviewPanelProps extends PreviewedDraft {
  readonly panel: RefObject<HTMLElement>
  readonly onClose: () => void
}

function PreviewPanel({ panel, content, draftId, isChanged, onClose }: PreviewPanelProps) {
  const [look, setLook] = useState<Look>('standard')
  const [isDark, setDark] = useState(false)
  const [answer] = useLoaded('activity.preview', { plan: useDebounced(content, ASK_AFTER_MS) })
  const [home] = useLoaded('home.show', {})
  useEffect(() => {
    // On a phone nothing else can be reached meanwhile.
    document.body.classList.add('is-previewing')
    return () => document.body.classList.remove('is-previewing')
  }, [])
  const failure = [answer, home].flatMap((one) => (one.kind === 'failed' ? [one.sentence] : []))
  const missing = answer.kind === 'ready' ? answer.value.missing.map((name) => MISSING[name]) : []
  const message =
    answer.kind === 'ready' && home.kind === 'ready' && !('public' in home.value)
      ? ({
          kind: 'preview',
          page: answer.value.page,
          home: home.value,
          edition: look === 'elder' ? 'elder' : 'standard',
          theme: isDark ? 'dark' : 'light',
        } as const)
      : null
  return (
    <aside
      ref={panel}
      className="preview"
      aria-label={PREVIEW.open}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="preview__head">
        <Radio.Group
          aria-label={PREVIEW.how}
          optionType="button"
          value={look}
          onChange={({ target }) => setLook(target.value as Look)}
        >
          {LOOKS.map((value) => (
            <Radio.Button key={value} value={value} className={`preview__look preview__look--${value}`}>
              {PREVIEW.looks[value]}
            </Radio.Button>
          ))}
        </Radio.Group>
        <Checkbox checked={isDark} onChange={({ target }) => setDark(target.checked)}>
          {PREVIEW.dark}
        </Checkbox>
        <Button type="text" className="preview__close" onClick={onClose}>
          {PREVIEW.close}
        </Button>
      </div>
      <div role="status">
        {[...failure, ...(missing.length === 0 ? [] : [`${missing.join('，')}。`])].map((text) => (
          <p key={text} className="field__warning preview__said">
            {text}
          </p>
        ))}
        {content.weekly === null ? null : <p className="soft preview__said">{PREVIEW.first}</p>}
      </div>
      <PreviewFrame look={look} message={message} onLeave={onClose} />
      {look === 'phone' ? <OnPhone draftId={draftId} isChanged={isChanged} /> : null}
    </aside>
  )
}

interface PreviewFrameProps {
  readonly look: Look
  readonly message: Omit<PreviewMessage, 'now'> | null
  /** Esc was pressed inside. */
  readonly onLeave: () => void
}

/** The residents' own page, which draws what is posted to it and asks nobody. */
function PreviewFrame({ look, message, onLeave }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  /** How often it said that it listens: whoever reloads it gets the same again. */
  const [ready, setReady] = useState(0)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    const read = ({ origin, source, data }: MessageEvent<Partial<PreviewAnswer> | null>) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow) return
      if (data?.kind === 'preview-ready') setReady((times) => times + 1)
      if (data?.kind === 'preview-left') leave.current()
    }
    window.addEventListener('message', read)
    return () => window.removeEventListener('message', read)
  }, [])
  const text = JSON.stringify(message)
  useEffect(() => {
    if (ready === 0 || text === 'null') return
    const posted: PreviewMessage = {
      ...(JSON.parse(text) as Omit<PreviewMessage, 'now'>),
      now: toIso(clock.now()),
    }
    frame.current?.contentWindow?.postMessage(posted, window.location.origin)
  }, [ready, text])
  return (
    <div className="preview__stage" hidden={look === 'phone'}>
      <iframe
        ref={frame}
        className={look === 'narrow' ? 'preview__frame preview__frame--narrow' : 'preview__frame'}
        src="/preview/"
        title={PREVIEW.frame}
      />
    </div>
  )
}

/** A code without any secret: it leads to the draft on the desk, which asks who one is. */
function OnPhone({ draftId, isChanged }: Pick<PreviewedDraft, 'draftId' | 'isChanged'>) {
  if (draftId === null) return <p className="preview__phone">{PREVIEW.saveFirst}</p>
  const link = `${window.location.origin}${addressOf(`activities/drafts/${draftId}${SEARCH}`)}`
  return (
    <div className="preview__phone">
      <CodePicture link={link} label={PREVIEW.code} quiet={2} />
      <div>
        <p>{PREVIEW.scan}</p>
        <p className="soft">{PREVIEW.onlyStaff}</p>
        {isChanged ? <p className="field__warning">{PREVIEW.unsaved}</p> : null}
      </div>
    </div>
  )
}
