import { Alert, App, Button, Radio } from 'antd'
import { useState } from 'react'
import type {
  ActivityRecord,
  ActivityWords,
  Correction,
  DraftContent,
} from '../../core/contract/activity/draft'
import type { DeskHolder } from '../../core/contract/desk'
import { EDITORS } from '../../core/domain/staff/post'
import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { goTo, linkTo } from '../router'
import { PrintedApart } from '../shared/printed-apart'
import { FormSection, RecordForm } from '../shared/record-form'
import { draftName, useDraft } from '../shared/use-draft'
import { VersionConflict } from '../shared/version-conflict'
import { ACTIVITIES, STATE_NAMES } from '../text/activities'
import { ACTIVITY_FORM } from '../text/activity-form'
import { RECORD } from '../text/activity-record'
import { spanText, whenText } from '../text/when'
import { CHAIN } from '../text/chain'
import { CHANGE } from '../text/change'
import { failureText } from '../text/failures'
import { MATERIALS } from '../text/materials'
import { FORM } from '../text/shared'
import { STALLS } from '../text/stalls'
import { FactFields, TextField, WordFields } from './activity-form'
import { differencesOf, mergedWith, readFields } from './activity-form-model'
import { CallList } from './call-list'
import { CapacityField, ChangeActivity } from './change-activity'
import { ReadFields } from './edit-activity'

interface ActivityRecordScreenProps {
  readonly holder: DeskHolder
  readonly activityId: string
  /** The form that is open on it. */
  readonly form: 'correct' | 'change' | null
}

/** One activity that is or will be public: how it stands, and what can be done with it. */
export function ActivityRecordScreen({ holder, activityId, form }: ActivityRecordScreenProps) {
  const [loaded, again] = useLoaded('draft.record', { activityId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed')
    return (
      <Alert
        type="error"
        title={loaded.sentence}
        action={<Button onClick={() => goTo('activities')}>{RECORD.back}</Button>}
      />
    )
  const record = loaded.value
  const leave = async () => {
    await again()
    goTo(`activities/${activityId}`)
  }
  if (form === 'correct' && record.status !== 'withdrawn')
    return <CorrectScreen record={record} name={draftName(holder, `correct:${activityId}`)} onLeave={leave} />
  if (form === 'change' && record.status === 'published')
    return <ChangeActivity record={record} name={draftName(holder, `change:${activityId}`)} onLeave={leave} />
  const { content, seats, status } = record
  const mayEdit = holder.posts.some(({ role }) => EDITORS.includes(role))
  return (
    <PrintedApart>
      {(print) => (
        <>
          <div className="room__head">
            <h1>{content.title}</h1>
            <div className="room__actions">
              <Button onClick={() => goTo('activities')}>{RECORD.back}</Button>
              <Button onClick={() => goTo(`activities/copy/${activityId}`)}>{RECORD.copy}</Button>
              {content.topic === 'market' && record.partOf === null ? (
                <Button onClick={() => goTo(`activities/${activityId}/stalls`)}>{STALLS.open}</Button>
              ) : null}
              {status === 'withdrawn' ? null : (
                <Button onClick={() => goTo(`activities/${activityId}/correct`)}>{RECORD.correct}</Button>
              )}
              {status === 'published' ? (
                <Button type="primary" onClick={() => goTo(`activities/${activityId}/change`)}>
                  {CHANGE.open}
                </Button>
              ) : null}
            </div>
          </div>
          <section className="sheet">
            <h2>{RECORD.facts}</h2>
            <dl className="read">
              <div>
                <dt>{RECORD.state}</dt>
                <dd>
                  <span className={status === 'published' ? 'state state--good' : 'state'}>
                    {STATE_NAMES[status]}
                  </span>{' '}
                  {status === 'scheduled' && record.publishedFrom !== null
                    ? ACTIVITY_FORM.scheduled(whenText(record.publishedFrom))
                    : ''}
                  {record.wasAlone ? <span className="state">{RECORD.alone}</span> : null}
                </dd>
              </div>
              <div>
                <dt>{RECORD.when}</dt>
                <dd>{spanText(record.startsAt, record.endsAt)}</dd>
              </div>
              <div>
                <dt>{RECORD.where}</dt>
                <dd>
                  {record.placeNow}
                  {record.office === null ? '' : `（${record.office}）`}
                </dd>
              </div>
              <div>
                <dt>{RECORD.seats}</dt>
                <dd>
                  {seats === null
                    ? ACTIVITIES.noSeats
                    : ACTIVITIES.seatsText(seats.inUse, seats.capacity, record.waitingParties)}
                </dd>
              </div>
              {record.others.length === 0 ? null : (
                <div>
                  <dt>{RECORD.others}</dt>
                  <dd className="field__row">
                    {record.others.map((other) => (
                      <a
                        key={other.activityId}
                        className="row-link"
                        {...linkTo(`activities/${other.activityId}`)}
                      >
                        {whenText(other.startsAt)}
                      </a>
                    ))}
                  </dd>
                </div>
              )}
            </dl>
            {status === 'published' ? (
              <div className="sheet__acts">
                <Button {...linkTo(`activities/${activityId}/materials`)}>{MATERIALS.title}</Button>
                {seats === null ? null : (
                  <Button {...linkTo(`counter/chain/${activityId}`)}>{CHAIN.title}</Button>
                )}
              </div>
            ) : null}
          </section>
          {mayEdit && status === 'published' ? (
            <CapacityField key={`${seats?.capacity}`} record={record} onChanged={again} />
          ) : null}
          {record.change === null ? null : <CallList activityId={activityId} print={print} />}
          {record.corrections.length === 0 ? null : (
            <section className="sheet">
              <h2>{RECORD.corrections}</h2>
              {record.corrections.map((one) => (
                <CorrectionLine key={one.correctionId} correction={one} content={content} onLooked={again} />
              ))}
            </section>
          )}
          <section className="sheet">
            <h2>{RECORD.open}</h2>
            <ReadFields content={content} />
          </section>
        </>
      )}
    </PrintedApart>
  )
}

interface CorrectionLineProps {
  readonly correction: Correction
  readonly content: DraftContent
  readonly onLooked: () => Promise<void>
}

function CorrectionLine({ correction, content, onLooked }: CorrectionLineProps) {
  const { message } = App.useApp()
  const { correctionId, by, before, after, lookedBy, mayLook } = correction
  const textOf = (words: Partial<ActivityWords>) =>
    new Map(
      readFields({ ...content, ...words })
        .filter(({ field }) => field in words)
        .map(({ field, text }) => [field, text]),
    )
  const [old, now] = [textOf(before), textOf(after)]
  const labels = new Map(
    [...readFields({ ...content, ...before }), ...readFields({ ...content, ...after })].map(
      ({ field, label }) => [field, label],
    ),
  )
  const look = async () => {
    const reply = await call('draft.lookAt', { correctionId, requestId: newRequestId() })
    if (!reply.ok) void message.error(failureText(reply))
    await onLooked()
  }
  return (
    <div className="correction">
      <p className="field__row">
        <span>{`${by.called} ${whenText(by.at)}`}</span>
        {lookedBy === null ? (
          mayLook ? (
            <Button size="small" onClick={() => void look()}>
              {RECORD.look}
            </Button>
          ) : (
            <span className="soft">{RECORD.waits}</span>
          )
        ) : (
          <span className="soft">{RECORD.lookedBy(lookedBy)}</span>
        )}
      </p>
      {(Object.keys(after) as (keyof ActivityWords)[]).map((field) => (
        <p key={field}>
          {labels.get(field) ?? ACTIVITY_FORM.facts}：<del>{old.get(field) ?? RECORD.emptyWords}</del> →{' '}
          <ins>{now.get(field) ?? RECORD.emptyWords}</ins>
        </p>
      ))}
    </div>
  )
}

interface CorrectScreenProps {
  readonly record: ActivityRecord
  readonly name: string
  readonly onLeave: () => Promise<void>
}

const wordsOf = ({
  title,
  about,
  bring,
  host,
  forWhom,
  photo,
  access,
  amenities,
}: ActivityWords): ActivityWords => ({
  title,
  about,
  bring,
  host,
  forWhom,
  photo,
  access,
  amenities,
})

interface Theirs {
  readonly version: number
  readonly called: string | null
  readonly at: IsoInstant
  readonly words: ActivityWords
}

/** 改错: only words, shown at once; time, place and seats change by their own acts. */
function CorrectScreen({ record, name, onLeave }: CorrectScreenProps) {
  const { message } = App.useApp()
  const stored = useDraft<ActivityWords>(name, { value: wordsOf(record.content), version: record.version })
  const [dates, setDates] = useState<'this' | 'coming'>(record.others.length === 0 ? 'this' : 'coming')
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const words = stored.value
  const content = { ...record.content, ...words }
  const change = (more: Partial<DraftContent>) => stored.change(wordsOf({ ...words, ...more }))
  const save = async (value: ActivityWords, version: number) => {
    setSending(true)
    const reply = await call('draft.correct', {
      activityId: record.activityId,
      version,
      words: value,
      dates,
      requestId: newRequestId(),
    })
    setSending(false)
    if (!reply.ok) {
      // The contract's type of this refusal has no detail: what `draft.correct` sends with it is `Theirs`.
      if ('refusal' in reply && reply.refusal === 'record_changed')
        setTheirs(reply.detail as unknown as Theirs)
      else setFailure(failureText(reply))
      return
    }
    stored.savedAs(value, reply.value.version)
    void message.success(RECORD.corrected(reply.value.activities))
    await onLeave()
  }
  const version = stored.version ?? record.version
  return (
    <>
      <RecordForm
        title={`${RECORD.correctTitle}：${record.content.title}`}
        failure={failure}
        onSave={() => void save(words, version)}
        note={
          <>
            <p className="soft">{RECORD.correctHow}</p>
            {stored.isRestored ? (
              <Alert
                className="form-note"
                type="info"
                title={FORM.restored}
                action={<Button onClick={stored.forget}>{FORM.useStored}</Button>}
              />
            ) : null}
          </>
        }
        actions={
          <>
            <Button
              onClick={() => {
                stored.forget()
                void onLeave()
              }}
            >
              {RECORD.cancel}
            </Button>
            <Button type="primary" loading={isSending} onClick={() => void save(words, version)}>
              {RECORD.correctSave}
            </Button>
          </>
        }
      >
        {record.others.length === 0 ? null : (
          <section className="sheet">
            <Radio.Group
              aria-label={RECORD.correctDates}
              value={dates}
              options={[
                { value: 'coming', label: RECORD.correctComing(record.others.length + 1) },
                { value: 'this', label: RECORD.correctThis },
              ]}
              onChange={({ target }) => setDates(target.value as 'this' | 'coming')}
            />
          </section>
        )}
        <FormSection title={ACTIVITY_FORM.what}>
          <TextField
            label={ACTIVITY_FORM.name}
            value={words.title}
            longest={40}
            onChange={(title) => change({ title })}
          />
          <WordFields
            content={content}
            warnings={{}}
            photo={{
              activityId: () => Promise.resolve(record.activityId),
              onStored: (photo) => change({ photo }),
            }}
            photoError={null}
            onChange={change}
          />
        </FormSection>
        <FormSection title={ACTIVITY_FORM.facts}>
          <FactFields content={content} warnings={{}} onChange={change} />
        </FormSection>
      </RecordForm>
      {theirs === null ? null : (
        <VersionConflict
          who={`${theirs.called ?? ''} ${whenText(theirs.at)}`}
          differences={differencesOf(content, { ...content, ...theirs.words })}
          onLater={() => setTheirs(null)}
          onChosen={(taken) => {
            const merged = wordsOf(mergedWith(content, { ...content, ...theirs.words }, taken))
            stored.change(merged)
            setTheirs(null)
            void save(merged, theirs.version)
          }}
        />
      )}
    </>
  )
}
