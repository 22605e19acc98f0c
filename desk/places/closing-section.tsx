import { Alert, App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { Output } from '../../core/contract'
import type { PlaceView } from '../../core/contract/place'
import type { Closing } from '../../core/domain/office/closing'
import { intervalsOn } from '../../core/domain/office/opening'
import {
  addDays,
  clockText,
  minuteOfDay,
  shanghaiDay,
  type ShanghaiDay,
} from '../../core/kernel/shanghai-time'
import { readDayHours } from '../../core/tables/hours-board'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { linkTo } from '../router'
import { PrintedApart, type Print } from '../shared/printed-apart'
import { Field, FormSection } from '../shared/record-form'
import { useDraft } from '../shared/use-draft'
import { CLOSING } from '../text/closing'
import { failureText } from '../text/failures'
import { FORM } from '../text/shared'
import { dayText, spanText } from '../text/when'

interface ClosingSectionProps {
  readonly view: PlaceView
  /** Under which what was typed lies in this browser until it is sent. */
  readonly name: string
  readonly onSet: () => Promise<void>
}

interface Sent {
  readonly note: string
  readonly activities: Output<'office.gap'>['activities']
}

/** 临时关门: when, why, sent; then what takes place there meanwhile, and a sheet for the door. */
export function ClosingSection({ view, name, onSet }: ClosingSectionProps) {
  const [sent, setSent] = useState<Sent | null>(null)
  return (
    <PrintedApart>
      {(print) => (
        <FormSection title={CLOSING.title}>
          <Closed view={view} onSet={onSet} />
          {sent === null ? (
            <ClosingForm view={view} name={name} onSent={setSent} onSet={onSet} />
          ) : (
            <AfterClosing view={view} sent={sent} print={print} onDone={() => setSent(null)} />
          )}
        </FormSection>
      )}
    </PrintedApart>
  )
}

/** What was sent before and still holds, with one button to take it back. */
function Closed({ view, onSet }: Pick<ClosingSectionProps, 'view' | 'onSet'>) {
  const { message } = App.useApp()
  const notes = new Map<string, ShanghaiDay[]>()
  for (const { day, note } of view.days)
    if (note !== null && note.startsWith(CLOSING.title)) notes.set(note, [...(notes.get(note) ?? []), day])
  const reopen = async (note: string) => {
    const reply = await call('office.reopen', { officeId: view.officeId, note, requestId: newRequestId() })
    if (!reply.ok) return void message.error(failureText(reply))
    void message.success(CLOSING.reopened)
    await onSet()
  }
  return (
    <>
      {[...notes].map(([note, days]) => (
        <Alert
          key={note}
          className="form-note"
          type="warning"
          title={CLOSING.holds(
            note,
            dayText(days[0] ?? ''),
            days.length > 1 ? dayText(days[days.length - 1] ?? '') : null,
          )}
          action={<Button onClick={() => void reopen(note)}>{CLOSING.reopen}</Button>}
        />
      ))}
    </>
  )
}

interface TypedClosing {
  readonly span: SpanName | null
  readonly reason: keyof typeof CLOSING.reasons | null
  readonly words: string
  readonly days: { readonly from: string; readonly until: string }
  readonly times: string
}

type SpanName = 'rest' | 'today' | 'tomorrow' | 'other'

interface ClosingFormProps extends ClosingSectionProps {
  readonly onSent: (sent: Sent) => void
}

function ClosingForm({ view, name: draft, onSent, onSet }: ClosingFormProps) {
  const now = clock.now()
  const today = shanghaiDay(now)
  const rest = restOf(view, today, minuteOfDay(now))
  const [begin] = useState<TypedClosing>({
    span: null,
    reason: null,
    words: '',
    days: { from: today, until: today },
    times: '',
  })
  const stored = useDraft<TypedClosing>(draft, { value: begin, version: null })
  const { span: name, reason, words, days, times } = stored.value
  const type = (more: Partial<TypedClosing>) => stored.change({ ...stored.value, ...more })
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [requestId, setRequestId] = useState(newRequestId)
  const typed = times.trim() === '' ? null : readDayHours(times)
  const isTimeWrong = times.trim() !== '' && typed?.length !== 1
  const span = spanOf(name, today, rest, { ...days, window: typed?.[0] ?? null })
  const why = reason === 'other' ? words.trim() : reason === null ? '' : CLOSING.reasons[reason]
  const send = async () => {
    if (span === null || why === '' || isTimeWrong) return setFailure(CLOSING.incomplete)
    setSending(true)
    const note = CLOSING.note(why, span.window === null ? null : windowText(span.window))
    const asked = {
      officeId: view.officeId,
      from: span.from,
      until: span.until,
      window: span.window === null ? null : ([span.window[0], span.window[1]] as [number, number]),
    }
    const reply = await call('office.close', { ...asked, note, requestId })
    if (!('lost' in reply)) setRequestId(newRequestId())
    if (!reply.ok) {
      setSending(false)
      return setFailure(failureText(reply))
    }
    const gap = await call('office.gap', asked)
    setSending(false)
    stored.forget()
    onSent({ note, activities: gap.ok ? gap.value.activities : [] })
    await onSet()
  }
  const spans: readonly (readonly [SpanName, string])[] = [
    ...(rest === null ? [] : [['rest', CLOSING.rest(windowText(rest))] as const]),
    ['today', CLOSING.today],
    ['tomorrow', CLOSING.tomorrow],
    ['other', CLOSING.other],
  ]
  return (
    <>
      <p className="soft">{CLOSING.how}</p>
      {stored.isRestored ? (
        <Alert
          className="form-note"
          type="info"
          title={FORM.restored}
          action={<Button onClick={stored.forget}>{FORM.discard}</Button>}
        />
      ) : null}
      {failure === null ? null : <Alert className="form-note" type="error" title={failure} role="alert" />}
      <Field label={CLOSING.when}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={CLOSING.when}
            optionType="button"
            value={name}
            options={spans.map(([value, label]) => ({ value, label }))}
            onChange={({ target }: { target: { value?: SpanName } }) => type({ span: target.value ?? null })}
          />
        )}
      </Field>
      {name === 'other' ? (
        <>
          {(['from', 'until'] as const).map((end) => (
            <Field key={end} label={CLOSING[end]}>
              {({ id }) => (
                <Input
                  id={id}
                  type="date"
                  style={{ width: 160 }}
                  min={today}
                  value={days[end]}
                  onChange={({ target }) => type({ days: { ...days, [end]: target.value } })}
                />
              )}
            </Field>
          ))}
          <Field
            label={CLOSING.times}
            hint={CLOSING.timesHint}
            error={isTimeWrong ? CLOSING.timesWrong : null}
          >
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                style={{ width: 200 }}
                maxLength={30}
                value={times}
                onChange={({ target }) => type({ times: target.value })}
              />
            )}
          </Field>
        </>
      ) : null}
      <Field label={CLOSING.why}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={CLOSING.why}
            optionType="button"
            value={reason}
            options={(Object.keys(CLOSING.reasons) as (keyof typeof CLOSING.reasons)[]).map((value) => ({
              value,
              label: CLOSING.reasons[value],
            }))}
            onChange={({ target }: { target: { value?: keyof typeof CLOSING.reasons } }) =>
              type({ reason: target.value ?? null })
            }
          />
        )}
      </Field>
      {reason === 'other' ? (
        <Field label={CLOSING.words}>
          {({ id }) => (
            <Input
              id={id}
              style={{ maxWidth: 300 }}
              maxLength={20}
              value={words}
              onChange={({ target }) => type({ words: target.value })}
            />
          )}
        </Field>
      ) : null}
      <Button loading={isSending} onClick={() => void send()}>
        {CLOSING.send}
      </Button>
    </>
  )
}

const windowText = ([from, to]: readonly [number, number]): string => `${clockText(from)}–${clockText(to)}`

/** From now, by the quarter of an hour, until it would close today; `null` where it is closed already or unknown. */
function restOf(view: PlaceView, today: ShanghaiDay, minute: number): readonly [number, number] | null {
  const main = view.content.zones.find((zone) => zone.main)
  if (main === undefined) return null
  const intervals = intervalsOn({ ...main, exceptions: view.days }, view.calendar, today)
  const last = intervals[intervals.length - 1]
  const from = Math.floor(minute / 15) * 15
  return last === undefined || last[1] <= minute ? null : [from, last[1]]
}

function spanOf(
  name: SpanName | null,
  today: ShanghaiDay,
  rest: readonly [number, number] | null,
  other: { readonly from: string; readonly until: string; readonly window: readonly [number, number] | null },
): Closing | null {
  switch (name) {
    case 'rest':
      return { from: today, until: today, window: rest }
    case 'today':
      return { from: today, until: today, window: null }
    case 'tomorrow':
      return { from: addDays(today, 1), until: addDays(today, 1), window: null }
    case 'other':
      return other.from === '' || other.until === ''
        ? null
        : { from: other.from as ShanghaiDay, until: other.until as ShanghaiDay, window: other.window }
    case null:
      return null
  }
}

interface AfterClosingProps {
  readonly view: PlaceView
  readonly sent: Sent
  readonly print: Print
  readonly onDone: () => void
}

function AfterClosing({ view, sent, print, onDone }: AfterClosingProps) {
  return (
    <>
      <Alert className="form-note" type="success" title={CLOSING.sent} />
      {sent.activities.length === 0 ? (
        <p>{CLOSING.noActivities}</p>
      ) : (
        <>
          <p>{CLOSING.activities(sent.activities.length)}</p>
          <ul>
            {sent.activities.map(({ activityId, title, startsAt, endsAt }) => (
              <li key={activityId}>
                {title} {spanText(startsAt, endsAt)}{' '}
                <a className="row-link" {...linkTo(`activities/${activityId}`)}>
                  {CLOSING.change(title)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="field__row">
        <Button onClick={() => print(<DoorSheet view={view} note={sent.note} />)}>{CLOSING.print}</Button>
        <Button onClick={onDone}>{CLOSING.done}</Button>
      </p>
    </>
  )
}

const DoorSheet = ({ view, note }: { readonly view: PlaceView; readonly note: string }) => (
  <div className="door-note">
    <h1>{view.content.name}</h1>
    <p className="door-note__change">{note}</p>
    <p>{CLOSING.askAt(view.content.phone)}</p>
  </div>
)
