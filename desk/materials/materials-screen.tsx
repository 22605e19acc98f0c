import { Alert, App, Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Output } from '../../core/contract'
import type { CodePicture } from '../../core/contract/activity/activity'
import type { ActivityPage } from '../../core/contract/activity/activity-page'
import { type PosterWords, posterWords } from '../../src/text/activity/poster'
import { useLoaded, type Loaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { copyText } from '../shared/copy-text'
import { PlanPaper } from '../stalls/plan-paper'
import { chainText, MATERIALS, momentOf, noticeText } from '../text/materials'
import { codeAddress, posterPicture, PosterPaper } from './poster'

interface MaterialsScreenProps {
  readonly activityId: string
}

/** 宣传材料 of a published activity, all of it from what residents see now. */
export function MaterialsScreen({ activityId }: MaterialsScreenProps) {
  const [page] = useLoaded('activity.show', { activityId })
  const [materials] = useLoaded('activity.materials', { activityId })
  const [code] = useLoaded('activity.code', { activityId })
  const [isPlan, setPlan] = useState(false)
  const printPlan = () => {
    // The paper has to stand on the page before the browser takes it.
    flushSync(() => setPlan(true))
    window.print()
    setPlan(false)
  }
  const failed = [page, materials, code].find((one) => one.kind === 'failed')
  const head = (actions: ReactNode) => (
    <div className="room__head no-print">
      <h1>{MATERIALS.title}</h1>
      <div>
        <Button {...linkTo(`activities/${activityId}`)}>{MATERIALS.back}</Button>
        {actions}
      </div>
    </div>
  )
  if (failed !== undefined)
    return (
      <>
        {head(null)}
        <Alert type="error" title={sentenceOf(failed)} />
      </>
    )
  if (page.kind !== 'ready' || materials.kind !== 'ready' || code.kind !== 'ready') return null
  if (page.value.status === 'withdrawn')
    return (
      <>
        {head(null)}
        <Alert type="info" title={MATERIALS.withdrawn} />
      </>
    )
  const printed = { page: page.value, materials: materials.value, code: code.value.code }
  return (
    <>
      {head(
        <Button type="primary" onClick={() => window.print()}>
          {MATERIALS.printPoster}
        </Button>,
      )}
      <div className="no-print">
        <p className="soft">{MATERIALS.how}</p>
        <Parts {...printed} onPrintPlan={printPlan} />
      </div>
      {isPlan ? (
        <div className="only-print">
          <PlanPaper
            title={page.value.title}
            when={momentOf(page.value)}
            place={page.value.place}
            stalls={byNumber(page.value.stalls)}
          />
        </div>
      ) : (
        <PosterPaper {...printed} />
      )}
    </>
  )
}

const byNumber = (stalls: ActivityPage['stalls']): ActivityPage['stalls'] =>
  [...stalls].sort((one, other) => one.number.localeCompare(other.number, 'zh', { numeric: true }))

const sentenceOf = (failed: Loaded<unknown>): string => (failed.kind === 'failed' ? failed.sentence : '')

interface PartsProps {
  readonly onPrintPlan: () => void
  readonly page: ActivityPage
  readonly materials: Output<'activity.materials'>
  readonly code: CodePicture | null
}

function Parts({ page, materials, code, onPrintPlan }: PartsProps) {
  const words = posterWords(page, materials.subdistrict.appName)
  const chain = chainText(page, materials)
  return (
    <>
      <div className="materials">
        <Words title={MATERIALS.notice} copy={MATERIALS.copyNotice} words={noticeText(page, materials)} />
        {chain === null ? null : (
          <Words title={MATERIALS.chain} copy={MATERIALS.copyChain} words={chain} how={MATERIALS.chainHow} />
        )}
      </div>
      <div className="materials">
        <section className="sheet">
          <h2>{MATERIALS.poster}</h2>
          <p className="soft">{MATERIALS.posterHow}</p>
          <GroupPoster words={words} code={code} />
        </section>
        <div>
          <Share materials={materials} code={code} title={words.title} />
          <section className="sheet">
            <h2>{MATERIALS.print}</h2>
            <p className="soft">{MATERIALS.printHow}</p>
            <div className="sheet__acts">
              <Button onClick={() => window.print()}>{MATERIALS.printPoster}</Button>
              {page.terms === null ? null : (
                <Button {...linkTo(`sign-in-sheet/${page.id}`)}>{MATERIALS.signInSheet}</Button>
              )}
              {page.stalls.some(({ position }) => position !== null) ? (
                <Button onClick={onPrintPlan}>{MATERIALS.printPlan}</Button>
              ) : null}
            </div>
          </section>
        </div>
      </div>
    </>
  )
}

interface WordsProps {
  readonly title: string
  readonly copy: string
  readonly words: string
  readonly how?: string
}

/** Words to be pasted into a chat; they can be marked by hand too. */
function Words({ title, copy, words, how }: WordsProps) {
  const onCopy = useCopy()
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <Input.TextArea aria-label={title} readOnly autoSize={{ maxRows: 12 }} value={words} />
      {how === undefined ? null : <p className="soft">{how}</p>}
      <div className="sheet__acts">
        <Button onClick={() => onCopy(words)}>{copy}</Button>
      </div>
    </section>
  )
}

function useCopy(): (words: string) => void {
  const { message } = App.useApp()
  return (words) =>
    void copyText(words).then((isCopied) =>
      isCopied ? message.success(MATERIALS.copied) : message.error(MATERIALS.notCopied),
    )
}

interface GroupPosterProps {
  readonly words: PosterWords
  readonly code: CodePicture | null
}

function GroupPoster({ words, code }: GroupPosterProps) {
  const [drawn, setDrawn] = useState<{ readonly of: string; readonly address: string | null } | null>(null)
  const of = JSON.stringify([words, code])
  useEffect(() => {
    let isWanted = true
    const [drawnWords, drawnCode] = JSON.parse(of) as [PosterWords, CodePicture | null]
    posterPicture(drawnWords, drawnCode).then(
      (address) => (isWanted ? setDrawn({ of, address }) : undefined),
      (failure: unknown) => {
        if (isWanted) setDrawn({ of, address: null })
        throw failure
      },
    )
    return () => {
      isWanted = false
    }
  }, [of])
  if (drawn === null || drawn.of !== of) return <p>{MATERIALS.drawing}</p>
  if (drawn.address === null) return <Alert type="error" title={MATERIALS.notDrawn} />
  return (
    <>
      <img className="materials__poster" src={drawn.address} alt={words.label} />
      <div className="sheet__acts">
        <Button href={drawn.address} download={`${words.title}.png`}>
          {MATERIALS.save}
        </Button>
      </div>
    </>
  )
}

interface ShareProps {
  readonly materials: Output<'activity.materials'>
  readonly code: CodePicture | null
  readonly title: string
}

/** What leads into the mini-program, or what is missing for it: no code that opens nothing. */
function Share({ materials: { wechat }, code, title }: ShareProps) {
  const onCopy = useCopy()
  const facts: readonly (readonly [string, string])[] =
    wechat === null
      ? []
      : [
          [MATERIALS.appId, wechat.appId],
          [MATERIALS.path, wechat.path],
          [MATERIALS.name, title],
        ]
  return (
    <>
      <section className="sheet">
        <h2>{MATERIALS.share}</h2>
        {code === null ? (
          <Alert type="warning" title={wechat === null ? MATERIALS.noAccount : MATERIALS.noCode} />
        ) : (
          <div className="materials__share">
            <img src={codeAddress(code)} alt={MATERIALS.shareCode} />
            <p>{MATERIALS.shareHow}</p>
          </div>
        )}
      </section>
      {wechat === null ? null : (
        <section className="sheet">
          <h2>{MATERIALS.account}</h2>
          <p className="soft">{MATERIALS.accountHow}</p>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="materials__fact">
                  <code>{value}</code>{' '}
                  <Button size="small" aria-label={`${MATERIALS.copy} ${name}`} onClick={() => onCopy(value)}>
                    {MATERIALS.copy}
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
