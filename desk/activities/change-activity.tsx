import { Alert, App, Button, Input, InputNumber, Radio } from 'antd'
import { useRef, useState } from 'react'
import type { Output } from '../../core/contract'
import type { ChangeNotice } from '../../core/contract/activity/activity-page'
import type { ActivityRecord } from '../../core/contract/activity/draft'
import { LONGEST_NOTE } from '../../core/domain/activity/change'
import { parseInstant } from '../../core/kernel/shanghai-time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { Field, FormSection, RecordForm } from '../shared/record-form'
import { PrintedApart } from '../shared/printed-apart'
import { useDraft } from '../shared/use-draft'
import { CAPACITY, CHANGE, doorNoteText, groupText, reachText } from '../text/change'
import { failureText } from '../text/failures'
import { FORM } from '../text/shared'
import { useLoaded } from '../api/use-loaded'
import { fromLocalText } from './activity-form'
import { CallList } from './call-list'

type Kind = ChangeNotice['kind']

interface TypedChange {
  readonly kind: Kind
  readonly note: string
  readonly place: string
  readonly start: string
}

interface ChangeActivityProps {
  readonly record: ActivityRecord
  /** Under which what was typed lies in this browser until it is sent. */
  readonly name: string
  readonly onLeave: () => Promise<void>
}

/** What an urgent day asks for: what changes, where or when to, out; then who has to be rung. */
export function ChangeActivity({ record, name, onLeave }: ChangeActivityProps) {
  const { modal } = App.useApp()
  const hasBegun = parseInstant(record.startsAt) < clock.now()
  const kinds = (Object.keys(CHANGE.kinds) as Kind[]).filter(
    (one) => one === 'note' || (one === 'ended-early') === hasBegun,
  )
  const usual: Kind = hasBegun ? 'ended-early' : 'indoors'
  const [begin] = useState<TypedChange>({ kind: usual, note: '', place: '', start: '' })
  const stored = useDraft<TypedChange>(name, { value: begin, version: null })
  const { note, place, start } = stored.value
  // What was begun before the start may be a kind that is no more.
  const kind = kinds.includes(stored.value.kind) ? stored.value.kind : usual
  const type = (more: Partial<TypedChange>) => stored.change({ ...stored.value, kind, ...more })
  const [fault, setFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const [reach] = useLoaded('activity.reach', { activityId: record.activityId, kind })
  const request = useRef<{ readonly input: string; readonly requestId: string } | null>(null)

  const send = async () => {
    const missing =
      kind === 'indoors' && place.trim() === ''
        ? CHANGE.placeMissing
        : isMoving(kind) && fromLocalText(start) === null
          ? CHANGE.startMissing
          : kind === 'note' && note.trim() === ''
            ? CHANGE.noteMissing
            : null
    setFault(missing)
    if (missing !== null || isSending) return
    if (kind === 'cancelled' || kind === 'ended-early') {
      const isEnding = kind === 'ended-early'
      const isSure = await modal.confirm({
        title: (isEnding ? CHANGE.sureEnded : CHANGE.sure)(record.content.title),
        content: isEnding ? CHANGE.sureEndedBody : CHANGE.sureBody,
        okText: isEnding ? CHANGE.yesEnded : CHANGE.yes,
        okButtonProps: { danger: true },
        cancelText: CHANGE.no,
      })
      if (!isSure) return
    }
    const input = {
      activityId: record.activityId,
      kind,
      place: kind === 'indoors' ? place.trim() : null,
      startsAt: isMoving(kind) ? fromLocalText(start) : null,
      note: kind === 'note' ? note.trim() : null,
    }
    const written = JSON.stringify(input)
    // After a lost answer the same input is the same mutation.
    if (request.current?.input !== written) request.current = { input: written, requestId: newRequestId() }
    setSending(true)
    const reply = await call('activity.change', { ...input, requestId: request.current.requestId })
    setSending(false)
    if (!reply.ok) return setFailure(failureText(reply))
    const after = await call('draft.record', { activityId: record.activityId })
    stored.forget()
    setSent({ ...reply.value, record: after.ok ? after.value : record })
  }
  if (sent !== null) return <ChangeSent sent={sent} onLeave={onLeave} />
  return (
    <RecordForm
      title={`${CHANGE.title}：${record.content.title}`}
      failure={failure}
      onSave={() => void send()}
      note={
        <>
          <p className="soft">{CHANGE.how}</p>
          {stored.isRestored ? (
            <Alert
              className="form-note"
              type="info"
              title={FORM.restored}
              action={<Button onClick={stored.forget}>{FORM.discard}</Button>}
            />
          ) : null}
          {reach.kind === 'ready' ? (
            <p role="status" className="reach">
              {reachText(reach.value)}
            </p>
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
            {CHANGE.back}
          </Button>
          <Button type="primary" loading={isSending} onClick={() => void send()}>
            {CHANGE.send}
          </Button>
        </>
      }
    >
      <FormSection title={CHANGE.kind}>
        <Radio.Group
          aria-label={CHANGE.kind}
          value={kind}
          options={kinds.map((value) => ({
            value,
            label: CHANGE.kinds[value],
          }))}
          onChange={({ target }) => {
            type({ kind: target.value as Kind })
            setFault(null)
          }}
        />
        {kind === 'indoors' ? (
          <Field label={CHANGE.place} error={fault} isWide>
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                value={place}
                maxLength={60}
                onChange={({ target }) => type({ place: target.value })}
              />
            )}
          </Field>
        ) : null}
        {isMoving(kind) ? (
          <Field label={CHANGE.starts[kind]} error={fault} hint={CHANGE.startHow[kind]}>
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                type="datetime-local"
                value={start}
                onChange={({ target }) => type({ start: target.value })}
              />
            )}
          </Field>
        ) : null}
        {kind === 'note' ? (
          <Field label={CHANGE.note} error={fault} hint={CHANGE.noteHow(LONGEST_NOTE - note.length)} isWide>
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                value={note}
                maxLength={LONGEST_NOTE}
                onChange={({ target }) => type({ note: target.value })}
              />
            )}
          </Field>
        ) : null}
      </FormSection>
    </RecordForm>
  )
}

const isMoving = (kind: Kind): kind is 'postponed' | 'brought-forward' =>
  kind === 'postponed' || kind === 'brought-forward'

interface Sent extends Output<'activity.change'> {
  /** As it stands after the change. */
  readonly record: ActivityRecord
}

interface ChangeSentProps {
  readonly sent: Sent
  readonly onLeave: () => Promise<void>
}

/** After 发出: the words for the group, whom to ring, the wall screens, and a note for the door. */
function ChangeSent({ sent, onLeave }: ChangeSentProps) {
  const { change, unreached, stallHolders, screens, record } = sent
  const { message } = App.useApp()
  const words = groupText(record, change)
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => void message.success(CHANGE.copied),
      // Where the browser forbids it, the words can be marked by hand.
      (error: unknown) => {
        if (!(error instanceof DOMException)) throw error
      },
    )
  return (
    <>
      <PrintedApart>
        {(print) => (
          <>
            <div className="room__head">
              <h1>{CHANGE.sent}</h1>
              <div className="room__actions">
                <Button type="primary" onClick={() => void onLeave()}>
                  {CHANGE.done}
                </Button>
              </div>
            </div>
            <Alert className="form-note" type="success" title={CHANGE.reached(sent)} />
            <section className="sheet">
              <h2>{CHANGE.groupTitle}</h2>
              <Input.TextArea aria-label={CHANGE.groupTitle} readOnly autoSize value={words} />
              <p>
                <Button onClick={() => void copy()}>{CHANGE.copy}</Button>
              </p>
            </section>
            {unreached + stallHolders === 0 ? null : (
              <CallList activityId={record.activityId} print={print} />
            )}
            <section className="sheet">
              <h2>{CHANGE.screens}</h2>
              <p>{CHANGE.screensText(screens)}</p>
            </section>
            <section className="sheet">
              <h2>{CHANGE.doorNote}</h2>
              <p className="field__row">
                <Button onClick={() => print(<DoorNote record={record} change={change} />)}>
                  {CHANGE.printNote}
                </Button>
                <span className="soft">{CHANGE.doorNoteHow}</span>
              </p>
            </section>
          </>
        )}
      </PrintedApart>
    </>
  )
}

/** A sheet for the door, in the largest type; black on white. */
function DoorNote({ record, change }: { readonly record: ActivityRecord; readonly change: ChangeNotice }) {
  const { heading, lines, foot } = doorNoteText(record, change)
  return (
    <div className="door-note">
      <h1>{record.content.title}</h1>
      <p className="door-note__change">{heading}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <small>{foot}</small>
    </div>
  )
}

interface CapacityProps {
  readonly record: ActivityRecord
  readonly onChanged: () => Promise<void>
}

/** More or fewer seats, and before that what it does to those who wait. */
export function CapacityField({ record, onChanged }: CapacityProps) {
  const { message } = App.useApp()
  const { seats, waitingParties } = record
  const [capacity, setCapacity] = useState(seats?.capacity ?? 0)
  const [isSending, setSending] = useState(false)
  if (seats === null) return null
  const free = capacity - seats.inUse
  const save = async () => {
    setSending(true)
    const reply = await call('activity.setCapacity', {
      activityId: record.activityId,
      capacity,
      requestId: newRequestId(),
    })
    setSending(false)
    if (!reply.ok) return void message.error(failureText(reply))
    void message.success(CAPACITY.saved(reply.value.promoted))
    await onChanged()
  }
  const said =
    free < 0
      ? CAPACITY.tooFew(seats.inUse)
      : capacity > seats.capacity
        ? CAPACITY.more(free, waitingParties)
        : capacity < seats.capacity
          ? CAPACITY.less
          : null
  return (
    <section className="sheet">
      <h2>{CAPACITY.title}</h2>
      <div className="field__row">
        <InputNumber
          aria-label={CAPACITY.label}
          min={1}
          max={9999}
          precision={0}
          value={capacity}
          onChange={(value) => setCapacity(value ?? seats.capacity)}
        />
        <Button
          disabled={free < 0 || capacity === seats.capacity}
          loading={isSending}
          onClick={() => void save()}
        >
          {CAPACITY.save}
        </Button>
        {said === null ? null : <span role="status">{said}</span>}
      </div>
    </section>
  )
}
