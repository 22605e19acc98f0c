import { Alert, App, Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftContent, DraftView } from '../../core/contract/activity/draft'
import type { DeskHolder } from '../../core/contract/desk'
import {
  draftDates,
  missingOf,
  type DateNotes,
  type Missing,
} from '../../core/domain/activity/planning/draft'
import { toIso, type IsoInstant } from '../../core/kernel/shanghai-time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { useLoaded } from '../api/use-loaded'
import { goTo, replaceWith } from '../router'
import { RecordForm } from '../shared/record-form'
import { useDebounced } from '../shared/use-debounced'
import { draftName, useDraft } from '../shared/use-draft'
import { Table } from '../shared/table'
import { VersionConflict } from '../shared/version-conflict'
import { ACTIVITIES, BEGINNINGS } from '../text/activities'
import { ACTIVITY_FORM } from '../text/activity-form'
import { RECORD } from '../text/activity-record'
import { REVIEW } from '../text/review-activity'
import { failureText } from '../text/failures'
import { FORM } from '../text/shared'
import { whenText } from '../text/when'
import { ActivityFields, type PhotoActs } from './activity-form'
import {
  copyOf,
  differencesOf,
  emptyForm,
  mergedWith,
  readFields,
  warningsOf,
  type ActivityForm,
  type Beginning,
} from './activity-form-model'
import { usePreview } from './activity-preview'
import { ShownPhoto } from './photo-field'
import type { NotedDate } from './series-dates'

/** The own office of whoever has only one. */
const ownOffice = ({ posts }: DeskHolder): string | null =>
  posts.some(({ role }) => role === 'editor' || role === 'admin') ? null : (posts[0]?.offices[0]?.id ?? null)

interface NewActivityFormProps {
  readonly holder: DeskHolder
  readonly beginning: Beginning
}

export const NewActivityForm = ({ holder, beginning }: NewActivityFormProps) => (
  <Editing
    holder={holder}
    name={`new-${beginning}`}
    begin={emptyForm(beginning, ownOffice(holder))}
    draft={null}
  />
)

/** A new one with everything of an earlier one but when. */
export function CopiedActivity({ holder, activityId }: { holder: DeskHolder; activityId: string }) {
  const [loaded] = useLoaded('draft.record', { activityId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const begin = copyOf(loaded.value.content)
  const isOwn = holder.posts.some(
    ({ role, offices }) =>
      role === 'editor' || role === 'admin' || offices.some(({ id }) => id === begin.content.officeId),
  )
  const content = isOwn ? begin.content : { ...begin.content, officeId: ownOffice(holder) }
  return <Editing holder={holder} name={`copy-${activityId}`} begin={{ ...begin, content }} draft={null} />
}

/** A draft: written on, or reviewed where it was handed in. */
export function DraftScreen({ holder, draftId }: { holder: DeskHolder; draftId: string }) {
  const [loaded, again] = useLoaded('draft.show', { draftId })
  const [isEditing, setEditing] = useState(false)
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed')
    return (
      <Alert
        type="error"
        title={loaded.sentence}
        action={<Button onClick={() => goTo('activities?shelf=drafts')}>{RECORD.back}</Button>}
      />
    )
  const draft = loaded.value
  if (draft.state === 'handed_in' && !isEditing)
    return <ReviewScreen draft={draft} onAgain={again} onEdit={() => setEditing(true)} />
  return (
    <Editing
      key={draft.draftId}
      holder={holder}
      name={draft.draftId}
      begin={{ content: draft.content, publishAt: draft.publishAt }}
      draft={draft}
      onHandedIn={async () => {
        setEditing(false)
        await again()
      }}
    />
  )
}

interface EditingProps {
  readonly holder: DeskHolder
  readonly name: string
  readonly begin: ActivityForm
  readonly draft: DraftView | null
  readonly onHandedIn?: () => Promise<void>
}

interface Theirs {
  readonly called: string
  readonly at: IsoInstant
  readonly version: number
  readonly content: DraftContent
}

function Editing({ holder, name, begin, draft, onHandedIn }: EditingProps) {
  const { message, modal } = App.useApp()
  const stored = useDraft<ActivityForm>(draftName(holder, `activity:${name}`), {
    value: begin,
    version: draft?.version ?? null,
  })
  const { value: form } = stored
  const [saved, setSaved] = useState(
    draft === null ? null : { draftId: draft.draftId, recordId: draft.recordId, by: draft.by },
  )
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const [requestId, setRequestId] = useState(newRequestId)
  const dates = useNotedDates(form.content)
  const warnings = warningsOf(
    form,
    dates.flatMap(({ notes }) => (notes === null ? [] : [notes])),
  )
  const preview = usePreview({
    content: form.content,
    draftId: saved?.draftId ?? null,
    isChanged: stored.isChanged,
  })
  const change = (value: ActivityForm) => {
    stored.change(value)
    setRequestId(newRequestId())
    setFailure(null)
  }
  /** The draft as the server has it afterwards; `null` where it was not saved. */
  const save = async (value: ActivityForm, version: number | null) => {
    setSending(true)
    const reply = await call('draft.save', {
      draftId: saved?.draftId ?? null,
      version,
      content: value.content,
      publishAt: value.publishAt,
      requestId,
    })
    setSending(false)
    // Whatever was answered is done with: the next one asks anew. Only what was lost is sent again as it was.
    if (!('lost' in reply)) setRequestId(newRequestId())
    if (reply.ok) {
      stored.savedAs(value, reply.value.version)
      setFailure(null)
      setSaved({
        draftId: reply.value.draftId,
        recordId: reply.value.recordId,
        by: { called: holder.called, at: toIso(clock.now()) },
      })
      return reply.value
    }
    // The contract's type of this refusal has no detail: what `draft.save` sends with it is `Theirs`.
    if ('refusal' in reply && reply.refusal === 'draft_changed') setTheirs(reply.detail as unknown as Theirs)
    else setFailure(failureText(reply))
    return null
  }
  const saveDraft = async () => {
    const done = await save(form, stored.version)
    if (done === null) return
    void message.success(FORM.saved)
    if (draft === null) leaveFor(done.draftId)
  }
  /** What was new has an address of its own now; the browser's copy goes with the old one. */
  const leaveFor = (draftId: string) => {
    stored.forget()
    replaceWith(`activities/drafts/${draftId}${preview.search}`)
  }
  const handIn = async (isAlone: boolean) => {
    const lacking = missingOf(form.content)
    setMissing(lacking)
    if (lacking.length > 0) return setFailure(failureText({ ok: false, refusal: 'draft_incomplete' }))
    const done =
      saved !== null && !stored.isChanged && stored.version !== null
        ? { draftId: saved.draftId, version: stored.version }
        : await save(form, stored.version)
    if (done === null) return
    setSending(true)
    const { draftId, version } = done
    const reply = await call('draft.handIn', { draftId, version, requestId: newRequestId() })
    const approved =
      reply.ok && isAlone
        ? await call('draft.approve', { draftId, version, requestId: newRequestId() })
        : null
    setSending(false)
    if (!reply.ok) return setFailure(failureText(reply))
    if (approved !== null && approved.ok) {
      stored.forget()
      void message.success(ACTIVITY_FORM.published)
      return replaceWith(`activities/${approved.value.activityIds[0] ?? ''}`)
    }
    if (approved !== null && !approved.ok) void message.error(failureText(approved))
    else void message.success(ACTIVITY_FORM.handedIn)
    if (draft === null) leaveFor(draftId)
    else await onHandedIn?.()
  }
  /** A picture is sent for a draft that the server has; of a new one the form goes on at the address of its draft. */
  const photoActs: PhotoActs = {
    activityId: async () => saved?.recordId ?? (await save(form, stored.version))?.recordId ?? null,
    onStored: (photo) => latest.current(photo),
  }
  // While it was sent the form was saved or typed in: what it is now goes on with the photo.
  const latest = useRef<(photo: DraftContent['photo']) => void>(() => undefined)
  useEffect(() => {
    latest.current = (photo) => {
      const withPhoto = { ...form, content: { ...form.content, photo } }
      change(withPhoto)
      if (draft !== null) return
      void save(withPhoto, stored.version).then((done) => (done === null ? null : leaveFor(done.draftId)))
    }
  })
  const discard = async () => {
    const sure = await modal.confirm({
      title: ACTIVITY_FORM.discard,
      content: ACTIVITY_FORM.discardSure,
      okText: ACTIVITY_FORM.discard,
      okButtonProps: { danger: true },
      cancelText: ACTIVITY_FORM.discardKeep,
    })
    if (!sure) return
    if (saved !== null && stored.version !== null) {
      const reply = await call('draft.discard', {
        draftId: saved.draftId,
        version: stored.version,
        requestId: newRequestId(),
      })
      if (!reply.ok) return setFailure(failureText(reply))
    }
    stored.forget()
    goTo('activities?shelf=drafts')
  }
  const mayPublishAlone = draft?.mayApprove === 'alone' || (draft === null && holder.isOnlyApprover)
  return (
    <>
      <RecordForm
        title={form.content.title === '' ? ACTIVITY_FORM.newTitle : form.content.title}
        failure={failure}
        onSave={() => void saveDraft()}
        aside={preview.panel}
        note={
          <FormNote
            draft={draft}
            isRestored={stored.isRestored}
            isAlone={mayPublishAlone}
            onUseStored={() => {
              stored.forget()
              setFailure(null)
            }}
          />
        }
        actions={
          <>
            <Button onClick={() => goTo('activities?shelf=drafts')}>{BEGINNINGS.back}</Button>
            {saved === null ? null : <Button onClick={() => void discard()}>{ACTIVITY_FORM.discard}</Button>}
            {preview.button}
            <Button loading={isSending} onClick={() => void saveDraft()}>
              {FORM.save}
            </Button>
            <Button type="primary" disabled={isSending} onClick={() => void handIn(mayPublishAlone)}>
              {mayPublishAlone ? ACTIVITY_FORM.publishAlone : ACTIVITY_FORM.handIn}
            </Button>
          </>
        }
      >
        <ActivityFields
          form={form}
          holder={holder}
          warnings={warnings}
          // What was filled in since is red no more.
          missing={missingOf(form.content).filter((name) => missing.includes(name))}
          dates={dates}
          photo={photoActs}
          onChange={change}
        />
      </RecordForm>
      {theirs === null ? null : (
        <VersionConflict
          who={`${theirs.called} ${whenText(theirs.at)}`}
          differences={differencesOf(form.content, theirs.content)}
          onLater={() => setTheirs(null)}
          onChosen={(taken) => {
            const merged = { ...form, content: mergedWith(form.content, theirs.content, taken) }
            stored.change(merged)
            setTheirs(null)
            void save(merged, theirs.version).then((done) => {
              if (done !== null) void message.success(FORM.saved)
            })
          }}
        />
      )}
    </>
  )
}

interface FormNoteProps {
  readonly draft: DraftView | null
  readonly isRestored: boolean
  readonly isAlone: boolean
  readonly onUseStored: () => void
}

function FormNote({ draft, isRestored, isAlone, onUseStored }: FormNoteProps) {
  return (
    <>
      {draft?.sentBack ? (
        <Alert
          className="form-note"
          type="warning"
          title={ACTIVITY_FORM.sentBack(draft.sentBack.called, draft.sentBack.word)}
        />
      ) : null}
      {isRestored ? (
        <Alert
          className="form-note"
          type="info"
          title={FORM.restored}
          action={<Button onClick={onUseStored}>{FORM.useStored}</Button>}
        />
      ) : null}
      {isAlone ? <p className="soft">{ACTIVITY_FORM.aloneHint}</p> : null}
    </>
  )
}

const ASK_AFTER_MS = 400

/** The dates of a form with what speaks against each; asked when nobody has typed for a moment. */
function useNotedDates(content: DraftContent): readonly NotedDate[] {
  const all = draftDates({ ...content, weekly: content.weekly && { ...content.weekly, dropped: [] } }).slice(
    0,
    60,
  )
  const asked = all.map(({ day }) => ({
    day: day as string,
    startMinute: content.startMinute ?? 0,
    endMinute: content.endMinute ?? 0,
  }))
  const input = { officeId: content.officeId, place: content.place, dates: asked }
  const debounced = useDebounced(input, ASK_AFTER_MS)
  const [loaded] = useLoaded('draft.dates', debounced)
  const notes = new Map<string, DateNotes>(
    loaded.kind === 'ready' ? loaded.value.dates.map((one) => [one.day, one]) : [],
  )
  const text = JSON.stringify(
    all.map(({ key, day }) => ({
      key,
      day: content.weekly?.dropped.includes(key) === true ? null : day,
      notes: notes.get(day) ?? null,
    })),
  )
  return useMemo(() => JSON.parse(text) as readonly NotedDate[], [text])
}

interface ReviewScreenProps {
  readonly draft: DraftView
  readonly onAgain: () => Promise<void>
  readonly onEdit: () => void
}

/** What was handed in, with what is odd about it: publish it, or send it back with a word. */
function ReviewScreen({ draft, onAgain, onEdit }: ReviewScreenProps) {
  const { message } = App.useApp()
  const { draftId, version, content, publishAt, by, mayApprove } = draft
  const [word, setWord] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const dates = useNotedDates(content)
  const warnings = warningsOf(
    { content, publishAt },
    dates.flatMap(({ notes }) => (notes === null ? [] : [notes])),
  )
  const odd = Object.values(warnings).flat()
  const approve = async () => {
    setSending(true)
    const reply = await call('draft.approve', { draftId, version, requestId: newRequestId() })
    setSending(false)
    if (!reply.ok) {
      setFailure(failureText(reply))
      return void onAgain()
    }
    void message.success(ACTIVITY_FORM.published)
    goTo(`activities/${reply.value.activityIds[0] ?? ''}`)
  }
  const sendBack = async () => {
    if (word === null || word.trim() === '') return setFailure(REVIEW.wordHint)
    setSending(true)
    const reply = await call('draft.sendBack', { draftId, version, word, requestId: newRequestId() })
    setSending(false)
    if (!reply.ok) return setFailure(failureText(reply))
    void message.success(REVIEW.sentBackDone)
    goTo('activities?shelf=drafts')
  }
  const preview = usePreview({ content, draftId, isChanged: false })
  const mayDecide = mayApprove === 'yes' || mayApprove === 'alone'
  return (
    <RecordForm
      title={content.title === '' ? ACTIVITIES.untitled : content.title}
      failure={failure}
      onSave={() => undefined}
      aside={preview.panel}
      actions={
        <>
          <Button onClick={() => goTo('activities?shelf=drafts')}>{RECORD.back}</Button>
          <Button onClick={onEdit}>{REVIEW.edit}</Button>
          {preview.button}
          {mayDecide && word === null ? <Button onClick={() => setWord('')}>{REVIEW.sendBack}</Button> : null}
          {mayDecide ? (
            <Button type="primary" loading={isSending} onClick={() => void approve()}>
              {mayApprove === 'alone'
                ? REVIEW.approveAlone
                : publishAt === null
                  ? REVIEW.approve
                  : REVIEW.approveLater}
            </Button>
          ) : null}
        </>
      }
      note={
        <p className="soft">
          {REVIEW.waits(by.called, whenText(by.at))}
          {mayApprove === 'second_person_needed' ? `。${REVIEW.second}` : ''}
          {publishAt === null ? '' : `。${ACTIVITY_FORM.scheduled(whenText(publishAt as IsoInstant))}`}
        </p>
      }
    >
      {word === null ? null : (
        <section className="sheet">
          <div className="field__row">
            <Input
              aria-label={REVIEW.word}
              placeholder={REVIEW.wordHint}
              style={{ width: 420 }}
              maxLength={200}
              autoFocus
              value={word}
              onChange={({ target }) => setWord(target.value)}
              onPressEnter={() => void sendBack()}
            />
            <Button danger loading={isSending} onClick={() => void sendBack()}>
              {REVIEW.sendBackNow}
            </Button>
            <Button onClick={() => setWord(null)}>{REVIEW.cancel}</Button>
          </div>
        </section>
      )}
      {draft.state === 'handed_in' && draft.sentBackAs !== null ? (
        <SinceSentBack draft={draft} before={draft.sentBackAs} />
      ) : null}
      {odd.length === 0 ? null : (
        <section className="sheet">
          <h2>{REVIEW.odd}</h2>
          {odd.map((text) => (
            <p key={text} className="field__warning">
              {text}
            </p>
          ))}
        </section>
      )}
      <section className="sheet">
        <h2>{REVIEW.seen}</h2>
        {content.photo === null ? null : <ShownPhoto photo={content.photo} />}
        <ReadFields content={content} />
      </section>
    </RecordForm>
  )
}

interface SinceSentBackProps {
  readonly draft: DraftView
  readonly before: NonNullable<DraftView['sentBackAs']>
}

/** What changed between sending back and handing in anew, field by field beside each other. */
function SinceSentBack({ draft, before }: SinceSentBackProps) {
  const publishText = (publishAt: string | null) =>
    publishAt === null ? ACTIVITY_FORM.publishAtOnce : whenText(publishAt as IsoInstant)
  const rows = [
    ...differencesOf(draft.content, before.content),
    ...(draft.publishAt === before.publishAt
      ? []
      : [
          {
            field: 'publishAt',
            label: ACTIVITY_FORM.publishAt,
            mine: publishText(draft.publishAt),
            theirs: publishText(before.publishAt),
          },
        ]),
  ]
  return (
    <section className="sheet">
      <h2>{REVIEW.since}</h2>
      <p className="soft">{REVIEW.sinceWord(before.word)}</p>
      {rows.length === 0 ? (
        <p className="field__warning">{REVIEW.sinceNothing}</p>
      ) : (
        <Table<(typeof rows)[number]>
          className="since"
          rowKey={({ field }) => field}
          size="small"
          pagination={false}
          dataSource={rows}
          columns={[
            { title: REVIEW.what, width: 140, render: (_, { label }) => label },
            { title: REVIEW.then, render: (_, { theirs }) => <del>{textOr(theirs)}</del> },
            { title: REVIEW.now, render: (_, { mine }) => <ins>{textOr(mine)}</ins> },
          ]}
        />
      )}
    </section>
  )
}

const textOr = (text: string): string => (text === '' ? REVIEW.nothing : text)

export const ReadFields = ({ content }: { readonly content: DraftContent }) => (
  <dl className="read">
    {readFields(content).map(({ field, label, text }) => (
      <div key={field}>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)
