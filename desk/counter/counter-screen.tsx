import { Alert, Button } from 'antd'
import type { Output } from '../../core/contract'
import type { CounterActivity } from '../../core/contract/registration/counter'
import { call } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { CHAIN } from '../text/chain'
import { BLANK_CARDS, COUNTER } from '../text/counter'
import { failureText } from '../text/failures'
import { HEADLINES } from '../text/find'
import { faultsOf, inputOf, isTouched, knownIn, type KnownGuest } from './counter-model'
import { GuestFields } from './guest-form'
import { useForms, type OpenForm } from './open-forms'
import { Registered } from './registered'

/** 代报名: a form each for at most three people, who wait as tabs. */
export function CounterScreen() {
  const [loaded, again] = useLoaded('counter.activities', {})
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  if (loaded.kind === 'loading') return null
  return <Counter facts={loaded.value} onRegistered={again} />
}

interface CounterProps {
  readonly facts: Output<'counter.activities'>
  readonly onRegistered: () => Promise<void>
}

/** Where nothing was chosen, what begins soonest and can be registered for. */
const activityOf = ({ form }: OpenForm, activities: readonly CounterActivity[]): CounterActivity | null =>
  activities.find(({ activityId }) => activityId === form.activityId) ??
  activities.find(({ phase }) => phase === 'open') ??
  null

function Counter({ facts, onRegistered }: CounterProps) {
  const forms = useForms()
  const { open, shown } = forms
  if (shown === undefined) throw new Error('a counter without a form')
  const { form, isJudged, known, failure, done } = shown
  const { key } = form
  const activity = activityOf(shown, facts.activities)
  const faults = faultsOf(form, activity)

  const send = async (answer: { sameAs?: string; another?: boolean } = {}) => {
    forms.update(key, { isJudged: true })
    if (activity === null || Object.keys(faults).length > 0) return
    const requestId = forms.actId(shown, answer.sameAs ?? (answer.another ? 'another' : ''))
    const reply = await call('counter.register', { ...inputOf(form, activity), ...answer, requestId })
    if (reply.ok) {
      forms.update(key, { done: reply.value, failure: null, known: [] })
      await onRegistered()
    } else if ('refusal' in reply && reply.refusal === 'guest_known') {
      forms.update(key, { known: knownIn(reply.detail), failure: null })
    } else {
      forms.update(key, { failure: failureText(reply) })
    }
  }
  const tabs = (
    <Tabs
      open={open}
      shown={shown}
      onShow={forms.show}
      onAdd={forms.mayAdd ? () => forms.add({ activityId: activity?.activityId ?? null }) : null}
    />
  )
  if (done !== null && activity !== null) {
    return (
      <Registered
        registered={done}
        called={form.called}
        hasNoPhone={form.hasNoPhone}
        activity={activity}
        tabs={tabs}
        onNext={() => forms.close(key, { activityId: activity.activityId })}
      />
    )
  }
  return (
    <>
      <div className="room__head">
        <h1>{COUNTER.title}</h1>
        <div>
          <Button {...linkTo('counter/chain')}>{CHAIN.title}</Button>
          <Button {...linkTo('counter/cards')}>{BLANK_CARDS.open}</Button>
          <Button onClick={() => forms.close(key)} disabled={!isTouched(form) && open.length === 1}>
            {COUNTER.close}
          </Button>
          <Button type="primary" disabled={activity === null} onClick={() => void send()}>
            {COUNTER.send}
          </Button>
        </div>
      </div>
      {tabs}
      <section className="sheet">
        {facts.activities.length === 0 ? <Alert type="info" title={COUNTER.noActivities} /> : null}
        {failure === null ? null : <Alert type="error" title={failure} />}
        {known.length === 0 ? null : (
          <Known
            known={known}
            onSame={({ registrationId }) => void send({ sameAs: registrationId })}
            onAnother={() => void send({ another: true })}
          />
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <GuestFields
            key={key}
            form={form}
            activities={facts.activities}
            activity={activity}
            compounds={facts.compounds}
            faults={isJudged ? faults : {}}
            onType={(change) => forms.type(key, change)}
          />
          {/* Enter in any field registers. */}
          <button type="submit" hidden />
        </form>
      </section>
    </>
  )
}

interface TabsProps {
  readonly open: readonly OpenForm[]
  readonly shown: OpenForm
  readonly onShow: (key: number) => void
  /** `null` where as many are open as may be. */
  readonly onAdd: (() => void) | null
}

/** Whoever was interrupted finds the form again; the next in line gets one beside it. */
function Tabs({ open, shown, onShow, onAdd }: TabsProps) {
  if (open.length === 1 && !isTouched(shown.form)) return null
  return (
    <div className="counter__tabs">
      {open.map((one, at) => (
        <button
          key={one.form.key}
          type="button"
          aria-pressed={one === shown}
          onClick={() => onShow(one.form.key)}
        >
          {COUNTER.tab(one.form.called, at + 1)}
        </button>
      ))}
      {onAdd === null ? (
        <span className="soft">{COUNTER.tooMany}</span>
      ) : (
        <Button size="small" onClick={onAdd}>
          {COUNTER.another}
        </Button>
      )}
    </div>
  )
}

interface KnownProps {
  readonly known: readonly KnownGuest[]
  readonly onSame: (guest: KnownGuest) => void
  readonly onAnother: () => void
}

/** Asked, never guessed. Who is in already is shown; who cancelled joins again with the same number. */
function Known({ known, onSame, onAnother }: KnownProps) {
  return (
    <div className="counter__known" role="alert">
      <strong>{COUNTER.known}</strong>
      {known.map((guest) => (
        <div key={guest.registrationId}>
          {COUNTER.knownLine(guest.number, guest.persons, HEADLINES[guest.headline])}
          {guest.headline === 'cancelled' ? (
            <Button onClick={() => onSame(guest)}>{COUNTER.isSameAgain(guest.number)}</Button>
          ) : (
            <Button {...linkTo(`find?asked=${guest.number}`)}>{COUNTER.isSame}</Button>
          )}
        </div>
      ))}
      <Button onClick={onAnother}>{COUNTER.isAnother}</Button>
    </div>
  )
}
