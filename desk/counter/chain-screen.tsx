import { Alert, App, Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Output } from '../../core/contract'
import type { CounterActivity, CounterRegistered } from '../../core/contract/registration/counter'
import { shanghaiDay } from '../../core/kernel/shanghai-time'
import { readSignUpChain, type SignUpChain } from '../../core/tables/sign-up-chain'
import { dateText } from '../../src/text/time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { useLoaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { copyText } from '../shared/copy-text'
import { CHAIN } from '../text/chain'
import { COUNTER } from '../text/counter'
import { failureText } from '../text/failures'
import { HEADLINES } from '../text/find'
import { whenText } from '../text/when'
import {
  activityOfHead,
  doubtsOf,
  faultTexts,
  isComplete,
  needsMore,
  rowsOf,
  withAnswers,
  type Answers,
  type ChainRow,
  type LineAnswers,
} from './chain-model'
import { inputOf, knownIn, type KnownGuest } from './counter-model'
import { GuestFields } from './guest-form'

/** What became of a row that was sent. */
type Outcome =
  | { readonly kind: 'going' }
  | { readonly kind: 'registered'; readonly registered: CounterRegistered }
  | { readonly kind: 'known'; readonly known: readonly KnownGuest[] }
  | { readonly kind: 'same'; readonly number: string }
  | { readonly kind: 'failed'; readonly sentence: string }

interface Chain {
  readonly text: string
  readonly activityId: string | null
  readonly isThis: boolean
  readonly consents: boolean
  readonly answers: Answers
  /** Once something was sent the text and the activity stay as they are. */
  readonly isSent: boolean
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Ids of acts, by what was sent: the same input is the same act, however often it is sent. */
  readonly requestIds: Readonly<Record<string, string>>
}

const EMPTY: Chain = {
  text: '',
  activityId: null,
  isThis: false,
  consents: false,
  answers: {},
  isSent: false,
  outcomes: {},
  requestIds: {},
}

const Context = createContext<readonly [Chain, (change: (chain: Chain) => Chain) => void] | null>(null)

/** Keeps the chain while other screens are open; in memory alone, as the forms of the counter. */
export function OpenChain({ children }: { readonly children: ReactNode }) {
  const [chain, setChain] = useState(EMPTY)
  const value = useMemo(() => [chain, setChain] as const, [chain])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

function useChain() {
  const context = useContext(Context)
  if (context === null) throw new Error('a chain is used outside OpenChain')
  const [chain, change] = context
  return {
    chain,
    set: (changed: Partial<Chain>) => change((before) => ({ ...before, ...changed })),
    answer: (key: string, given: LineAnswers) =>
      change((before) => ({
        ...before,
        answers: { ...before.answers, [key]: withAnswers(before.answers[key] ?? {}, given) },
        // Another answer: what became of the former one says nothing about it.
        outcomes: Object.fromEntries(Object.entries(before.outcomes).filter(([sent]) => sent !== key)),
      })),
    ask: (key: string) => change((before) => ({ ...before, answers: { ...before.answers, [key]: {} } })),
    tell: (key: string, outcome: Outcome) =>
      change((before) => ({ ...before, isSent: true, outcomes: { ...before.outcomes, [key]: outcome } })),
    rememberRequest: (entryAndInput: string, actId: string) =>
      change((before) => ({ ...before, requestIds: { ...before.requestIds, [entryAndInput]: actId } })),
  }
}

interface ChainScreenProps {
  /** Where somebody came from an activity. */
  readonly activityId: string | null
}

/** 接龙: what a chat group wrote becomes a preview of registrations, a row each. */
export function ChainScreen({ activityId }: ChainScreenProps) {
  const [loaded, again] = useLoaded('counter.activities', {})
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  if (loaded.kind === 'loading') return null
  return <Pasted facts={loaded.value} given={activityId} onRegistered={again} />
}

interface PastedProps {
  readonly facts: Output<'counter.activities'>
  readonly given: string | null
  readonly onRegistered: () => Promise<void>
}

/** Nothing is sent anew before somebody said who it is. */
const isAnswered = (outcome: Outcome | undefined): boolean => isDone(outcome) || outcome?.kind === 'known'

/** Registered, or the same as somebody who is: nothing is left to do. */
const isDone = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'registered' || outcome?.kind === 'same'

function Pasted({ facts, given, onRegistered }: PastedProps) {
  const { chain, set, answer, ask, tell, rememberRequest: remember } = useChain()
  const [isJudged, setJudged] = useState(false)
  const [progress, setProgress] = useState<readonly [number, number] | null>(null)
  const [filled, setFilled] = useState<string | null>(null)
  const { text, answers, outcomes, isSent, isThis, consents } = chain
  const today = shanghaiDay(clock.now())
  const read = useMemo(() => readSignUpChain(text, today), [text, today])
  const byId = (id: string | null) => facts.activities.find((one) => one.activityId === id) ?? null
  const activity = byId(chain.activityId) ?? byId(given) ?? activityOfHead(read.head, facts.activities)
  const rows = rowsOf(read.entries, { activity, answers, today })
  const doubts = activity === null ? [] : doubtsOf(read.head, activity)
  const wanted = rows.filter((row) => isComplete(row) && !row.isLeftOut && !isAnswered(outcomes[row.key]))
  const faults = {
    ...(activity === null ? { activity: CHAIN.faults.activity } : {}),
    ...(doubts.length > 0 && !isThis ? { isThis: CHAIN.faults.isThis } : {}),
    ...(consents ? {} : { consents: CHAIN.faults.consent }),
    ...(wanted.length === 0 ? { rows: CHAIN.faults.nothing } : {}),
  }
  const shown: Readonly<Record<string, string>> = isJudged ? faults : {}

  const send = async (row: ChainRow, whom: { sameAs?: string; another?: boolean } = {}) => {
    if (activity === null) return false
    const input = { ...inputOf(row.form, activity), ...whom }
    const entryAndInput = `${row.key} ${JSON.stringify(input)}`
    const requestId = chain.requestIds[entryAndInput] ?? newRequestId()
    remember(entryAndInput, requestId)
    tell(row.key, { kind: 'going' })
    const reply = await call('counter.register', { ...input, requestId })
    if (reply.ok) tell(row.key, { kind: 'registered', registered: reply.value })
    else if ('refusal' in reply && reply.refusal === 'guest_known')
      tell(row.key, { kind: 'known', known: knownIn(reply.detail) })
    else tell(row.key, { kind: 'failed', sentence: failureText(reply) })
    // A refusal concerns this row alone; without an answer the next would go the same way.
    return reply.ok || 'refusal' in reply
  }
  const sendAll = async () => {
    setJudged(true)
    if (Object.keys(faults).length > 0 || progress !== null) return
    for (const [at, row] of wanted.entries()) {
      setProgress([at, wanted.length])
      if (!(await send(row))) break
    }
    setProgress(null)
    await onRegistered()
  }
  const sendOne = async (row: ChainRow, whom: { sameAs?: string; another?: boolean }) => {
    setProgress([0, 1])
    await send(row, whom)
    setProgress(null)
    await onRegistered()
  }
  const isMeant = (key: string): boolean => answers[key]?.intent !== undefined
  const open = rows.find(({ key }) => key === filled)
  return (
    <>
      <div className="room__head">
        <h1>{CHAIN.title}</h1>
        <div>
          <Button {...linkTo('counter')}>{CHAIN.back}</Button>
          {text === '' ? null : (
            <Button
              disabled={progress !== null}
              onClick={() => {
                set(EMPTY)
                setJudged(false)
              }}
            >
              {CHAIN.another}
            </Button>
          )}
          <Button
            type="primary"
            disabled={facts.activities.length === 0}
            loading={progress !== null}
            onClick={() => void sendAll()}
          >
            {progress === null ? CHAIN.send(wanted.length) : CHAIN.sending(...progress)}
          </Button>
        </div>
      </div>
      <section className="sheet">
        {facts.activities.length === 0 ? <Alert type="info" title={COUNTER.noActivities} /> : null}
        <div className="guest__field">
          <Select
            aria-label={COUNTER.activity}
            className="chain__activity"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={COUNTER.activityHint}
            disabled={isSent}
            value={activity?.activityId ?? null}
            options={facts.activities.map((one) => ({
              value: one.activityId,
              label: COUNTER.option(whenText(one.startsAt), one.title, one.free, one.waiting),
            }))}
            onChange={(activityId: string) => set({ activityId, isThis: false })}
          />
          <Fault of={shown['activity']} />
        </div>
        {isSent ? null : (
          <Input.TextArea
            aria-label={CHAIN.paste}
            placeholder={CHAIN.paste}
            autoFocus
            autoSize={{ minRows: 3, maxRows: read.entries.length === 0 ? 6 : 3 }}
            value={text}
            onChange={({ target }) => set({ text: target.value, isThis: false })}
          />
        )}
        <p className="soft">{CHAIN.how}</p>
        <Head chain={read} activity={activity} doubts={doubts} />
        {doubts.length === 0 ? null : (
          <div className="guest__field">
            <Checkbox checked={isThis} onChange={({ target }) => set({ isThis: target.checked })}>
              {CHAIN.isThis}
            </Checkbox>
            <Fault of={shown['isThis']} />
          </div>
        )}
        {text.trim() !== '' && rows.length === 0 ? <Alert type="warning" title={CHAIN.none} /> : null}
        {rows.length === 0 ? null : (
          <Consent
            isGiven={consents}
            fault={shown['consents']}
            onGiven={(isGiven) => set({ consents: isGiven })}
          />
        )}
      </section>
      {rows.length === 0 ? null : (
        <section className="sheet">
          <Fault of={shown['rows']} />
          <Result outcomes={outcomes} rows={rows} activity={activity} />
          <table className="lines chain">
            <thead>
              <tr>
                <th className="chain__choose">{CHAIN.columns.choose}</th>
                <th>{CHAIN.columns.line}</th>
                <th className="chain__called">{CHAIN.columns.called}</th>
                <th className="chain__persons">{CHAIN.columns.persons}</th>
                <th className="chain__phone">{CHAIN.columns.phone}</th>
                <th className="chain__state">{CHAIN.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  outcome={outcomes[row.key]}
                  isMeant={isMeant(row.key)}
                  mayUndo={!isSent}
                  isBusy={progress !== null}
                  onAnswer={(given) => answer(row.key, given)}
                  onAsk={() => ask(row.key)}
                  onMore={() => setFilled(row.key)}
                  onSame={(known) => tell(row.key, { kind: 'same', number: known.number })}
                  onSend={(whom) => void sendOne(row, whom)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Modal
        open={open !== undefined}
        title={CHAIN.moreTitle(open?.form.called ?? '')}
        footer={
          <Button type="primary" onClick={() => setFilled(null)}>
            {CHAIN.moreDone}
          </Button>
        }
        onCancel={() => setFilled(null)}
        width={760}
        destroyOnHidden
      >
        {open === undefined ? null : (
          <GuestFields
            form={open.form}
            activities={activity === null ? [] : [activity]}
            activity={activity}
            compounds={facts.compounds}
            faults={open.faults}
            onType={(more) => answer(open.key, answersOf(more))}
          />
        )}
      </Modal>
    </>
  )
}

/** What the form of a row says: how many and the telephone are answers of the line itself. */
const answersOf = ({ persons, phone, ...more }: Partial<ChainRow['form']>): LineAnswers => ({
  ...(persons === undefined ? {} : { persons }),
  ...(phone === undefined ? {} : { phone }),
  ...(Object.keys(more).length === 0 ? {} : { more }),
})

const Fault = ({ of: sentence }: { readonly of: string | undefined }) =>
  sentence === undefined ? null : (
    <div className="guest__fault" role="alert">
      {sentence}
    </div>
  )

interface HeadProps {
  readonly chain: SignUpChain
  readonly activity: CounterActivity | null
  readonly doubts: readonly string[]
}

/** What stands above the names, and what in it speaks against this activity. */
function Head({ chain: { head }, doubts }: HeadProps) {
  const { title, day, time, limit } = head
  const said = [
    title,
    day.value === null ? null : dateText(day.value),
    time === null ? null : CHAIN.clock(time.from),
    limit.value === null ? null : CHAIN.limit(limit.value),
  ].filter((part) => part !== null)
  if (said.length === 0 && doubts.length === 0) return null
  return (
    <>
      {said.length === 0 ? null : (
        <p>
          {CHAIN.head}：{said.join(' · ')}
        </p>
      )}
      {doubts.length === 0 ? null : <Alert className="form-note" type="warning" title={doubts.join('')} />}
    </>
  )
}

interface ConsentProps {
  readonly isGiven: boolean
  readonly fault: string | undefined
  readonly onGiven: (isGiven: boolean) => void
}

/** In a group nobody can be read a sentence: it is said there, once for all. */
function Consent({ isGiven, fault, onGiven }: ConsentProps) {
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(CHAIN.consentWords)) void message.success(CHAIN.copied)
    else void message.error(CHAIN.notCopied)
  }
  return (
    <div className="guest__field">
      <Checkbox checked={isGiven} onChange={({ target }) => onGiven(target.checked)}>
        {CHAIN.consent}
      </Checkbox>{' '}
      <Button size="small" onClick={() => void copy()}>
        {CHAIN.copyConsent}
      </Button>
      <Fault of={fault} />
    </div>
  )
}

interface ResultProps {
  readonly rows: readonly ChainRow[]
  readonly outcomes: Chain['outcomes']
  readonly activity: CounterActivity | null
}

/** How many are in, how many wait, and whom nothing reaches. */
function Result({ rows, outcomes, activity }: ResultProps) {
  const sent = rows.flatMap((row) => {
    const outcome = outcomes[row.key]
    return outcome === undefined ? [] : [{ row, outcome }]
  })
  if (sent.length === 0) return null
  const registered = sent.flatMap(({ row, outcome }) =>
    outcome.kind === 'registered' ? [{ row, place: outcome.registered.place }] : [],
  )
  const waiting = registered.filter(({ place }) => place === 'waiting').length
  const refused = sent.filter(({ outcome }) => outcome.kind === 'failed').length
  return (
    <div aria-live="polite">
      <p>
        <strong>{CHAIN.result(registered.length - waiting, waiting, refused)}</strong>
      </p>
      {registered.some(({ row }) => row.form.hasNoPhone) ? (
        <Alert type="warning" className="form-note" title={CHAIN.noPhoneNote(activity?.callUs ?? null)} />
      ) : null}
    </div>
  )
}

interface RowProps {
  readonly row: ChainRow
  readonly outcome: Outcome | undefined
  /** Whether it was said what the line means. */
  readonly isMeant: boolean
  readonly mayUndo: boolean
  readonly isBusy: boolean
  readonly onAnswer: (given: LineAnswers) => void
  readonly onAsk: () => void
  readonly onMore: () => void
  readonly onSame: (known: KnownGuest) => void
  readonly onSend: (whom: { sameAs?: string; another?: boolean }) => void
}

function Row(props: RowProps) {
  const { row, outcome, isMeant, mayUndo, isBusy, onAnswer, onAsk, onMore, onSame, onSend } = props
  const { entry, form, folded, faults, changedBy } = row
  const isClosed = folded !== null || isDone(outcome) || isBusy
  const label = (column: string) => `${CHAIN.columns.line} ${entry.line}，${column}`
  const wrong = (field: 'called' | 'persons' | 'phone') =>
    faults[field] === undefined ? {} : { status: 'error' as const, 'aria-invalid': true }
  return (
    <tr className={folded === null ? '' : 'chain__folded'}>
      <td>
        {folded === null ? (
          <Checkbox
            aria-label={label(CHAIN.columns.choose)}
            checked={!row.isLeftOut && !isDone(outcome)}
            disabled={isClosed}
            onChange={({ target }) => onAnswer({ isLeftOut: !target.checked })}
          />
        ) : null}
      </td>
      <td>
        <span className="soft">{entry.line}</span> {entry.text}
        {[...entry.who.notes, ...entry.count.notes].map((note) => (
          <span key={note} className="soft chain__note">
            {note}
          </span>
        ))}
      </td>
      <td>
        {folded === null ? (
          <Input
            aria-label={label(CHAIN.columns.called)}
            value={form.called}
            disabled={isClosed}
            {...wrong('called')}
            onChange={({ target }) => onAnswer({ more: { called: target.value } })}
          />
        ) : null}
      </td>
      <td>
        {folded === null ? (
          <InputNumber
            aria-label={label(CHAIN.columns.persons)}
            min={1}
            max={20}
            value={isCountOpen(row) ? null : form.persons}
            disabled={isClosed || changedBy !== null}
            {...wrong('persons')}
            onChange={(persons) => (persons === null ? undefined : onAnswer({ persons }))}
          />
        ) : null}
      </td>
      <td>
        {folded === null ? (
          <Input
            aria-label={label(CHAIN.columns.phone)}
            inputMode="tel"
            placeholder={CHAIN.noPhone}
            value={form.phone}
            disabled={isClosed}
            {...wrong('phone')}
            onChange={({ target: { value: phone } }) =>
              onAnswer({ phone, more: { hasNoPhone: phone.trim() === '' } })
            }
          />
        ) : null}
      </td>
      <td>
        {outcome !== undefined && outcome.kind !== 'failed' ? (
          <Became outcome={outcome} isBusy={isBusy} onSame={onSame} onSend={onSend} />
        ) : (
          <>
            {outcome?.kind === 'failed' ? <Fault of={outcome.sentence} /> : null}
            <Open row={row} isSent={outcome !== undefined} onAnswer={onAnswer} onMore={onMore} />
          </>
        )}
        {isMeant && mayUndo && !isBusy ? (
          <Button size="small" type="link" onClick={onAsk}>
            {CHAIN.undo}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

/** Nothing stands in the field while it is asked how many. */
const isCountOpen = ({ questions, faults }: ChainRow): boolean =>
  faults.persons === undefined &&
  questions.some(({ choices }) => choices.some(({ answers }) => answers.persons !== undefined))

interface OpenProps {
  readonly row: ChainRow
  readonly isSent: boolean
  readonly onAnswer: (given: LineAnswers) => void
  readonly onMore: () => void
}

/** What is asked about a line, what is missing in it, or that it can be sent. */
function Open({ row, isSent, onAnswer, onMore }: OpenProps) {
  const { questions, folded, waitsFor, changedBy, isLeftOut } = row
  if (folded !== null) return <span className="soft">{folded}</span>
  return (
    <>
      {questions.map(({ question, choices }) => (
        <div key={question} className="chain__question" role="group" aria-label={question}>
          <span>{question}</span>
          {choices.map(({ say, answers }) => (
            <Button key={say} size="small" onClick={() => onAnswer(answers)}>
              {say}
            </Button>
          ))}
        </div>
      ))}
      {faultTexts(row).map((sentence) => (
        <div key={sentence} className="guest__fault">
          {sentence}
        </div>
      ))}
      {needsMore(row) ? (
        <Button size="small" onClick={onMore}>
          {CHAIN.more}
        </Button>
      ) : null}
      {waitsFor === null ? null : <div className="soft">{CHAIN.waitsFor(waitsFor)}</div>}
      {changedBy === null ? null : <div className="soft">{CHAIN.changedBy(changedBy)}</div>}
      {isComplete(row) && !isSent ? (
        <span className={isLeftOut ? 'soft' : 'state state--good'}>
          {isLeftOut ? CHAIN.leftOut : CHAIN.ready}
        </span>
      ) : null}
    </>
  )
}

interface BecameProps {
  readonly outcome: Exclude<Outcome, { readonly kind: 'failed' }>
  readonly isBusy: boolean
  readonly onSame: (known: KnownGuest) => void
  readonly onSend: (whom: { sameAs?: string; another?: boolean }) => void
}

/** The number that was given, or who it may be already: asked, never guessed. */
function Became({ outcome, isBusy, onSame, onSend }: BecameProps) {
  if (outcome.kind === 'going') return <span className="soft">{CHAIN.going}</span>
  if (outcome.kind === 'same') return <span className="state">{CHAIN.same(outcome.number)}</span>
  if (outcome.kind === 'registered') {
    const { number, place, position } = outcome.registered
    const isWaiting = place === 'waiting' && position !== null
    return (
      <span className={isWaiting ? 'state' : 'state state--good'}>
        {isWaiting ? CHAIN.waiting(number, position) : CHAIN.registered(number)}
      </span>
    )
  }
  return (
    <div role="alert">
      {COUNTER.known}
      {outcome.known.map((guest) => (
        <div key={guest.registrationId} className="chain__question">
          <span>{COUNTER.knownLine(guest.number, guest.persons, HEADLINES[guest.headline])}</span>
          {guest.headline === 'cancelled' ? (
            <Button size="small" disabled={isBusy} onClick={() => onSend({ sameAs: guest.registrationId })}>
              {COUNTER.isSameAgain(guest.number)}
            </Button>
          ) : (
            <>
              <Button size="small" disabled={isBusy} onClick={() => onSame(guest)}>
                {CHAIN.isSame}
              </Button>
              <Button size="small" {...linkTo(`find?asked=${guest.number}`)}>
                {CHAIN.find}
              </Button>
            </>
          )}
        </div>
      ))}
      <Button size="small" disabled={isBusy} onClick={() => onSend({ another: true })}>
        {COUNTER.isAnother}
      </Button>
    </div>
  )
}
