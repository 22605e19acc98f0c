import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CounterActivity, CounterRegistered } from '../../core/contract/registration/counter'
import { call, newRequestId } from '../api/client'
import { CodePicture } from '../shared/code-picture'
import { REGISTERED } from '../text/counter'
import { failureText } from '../text/failures'
import { paperWhenText, whenText } from '../text/when'
import { GuestCard } from './guest-cards'

interface RegisteredProps {
  readonly registered: CounterRegistered
  readonly called: string
  readonly hasNoPhone: boolean
  readonly activity: CounterActivity
  readonly tabs: ReactNode
  readonly onNext: () => void
}

/** The four digits as large as the screen allows, to be copied onto a card. */
export function Registered({ registered, called, hasNoPhone, activity, tabs, onNext }: RegisteredProps) {
  const { registrationId, number, place, position } = registered
  const [isTakingOver, setTakingOver] = useState(false)
  const [takeOver, setTakeOver] = useState<string | null>(null)
  const isWaiting = place === 'waiting' && position !== null
  return (
    <>
      <div className="room__head no-print">
        <h1>
          {called} {isWaiting ? REGISTERED.waiting(position) : REGISTERED.confirmed}
        </h1>
        <div>
          <Button onClick={() => setTakingOver(!isTakingOver)}>{REGISTERED.takeOver}</Button>
          <Button onClick={() => window.print()}>{REGISTERED.print}</Button>
          <Button type="primary" autoFocus onClick={onNext}>
            {REGISTERED.next}
          </Button>
        </div>
      </div>
      <div className="no-print">{tabs}</div>
      <section className="sheet registered no-print" aria-live="polite">
        {isTakingOver ? (
          <TakeOver
            activityId={activity.activityId}
            registrationId={registrationId}
            address={takeOver}
            onMade={setTakeOver}
          />
        ) : (
          <>
            <div className="soft">{REGISTERED.number}</div>
            <div className="registered__number">{number}</div>
          </>
        )}
        {hasNoPhone ? (
          <Alert
            type="warning"
            title={
              activity.callUs === null ? REGISTERED.noPhoneNoNumber : REGISTERED.noPhone(activity.callUs)
            }
          />
        ) : null}
        {isWaiting ? <p>{REGISTERED.waitingHow}</p> : null}
        <p className="soft">
          {activity.title} · {whenText(activity.startsAt)} · {activity.place}
        </p>
      </section>
      <div className="only-print">
        <GuestCard
          number={number}
          title={activity.title}
          when={paperWhenText(activity.startsAt)}
          place={activity.place}
          ask={activity.callUs}
          takeOver={takeOver}
        />
      </div>
    </>
  )
}

interface TakeOverProps {
  readonly activityId: string
  readonly registrationId: string
  /** What the code leads to; `null` until it was made. */
  readonly address: string | null
  readonly onMade: (address: string) => void
}

/** A code with which somebody of the family takes the guest over: made when it is asked for, good once. */
export function TakeOver({ activityId, registrationId, address, onMade }: TakeOverProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const make = async () => {
    const reply = await call('counter.makeCard', { activityId, registrationId, requestId: newRequestId() })
    if (reply.ok) onMade(`${window.location.origin}/s/g/${reply.value.card}`)
    else setFailure(failureText(reply))
  }
  if (failure !== null) return <Alert type="error" title={failure} />
  if (address === null) {
    return (
      <p>
        {REGISTERED.takeOverHow} <Button onClick={() => void make()}>{REGISTERED.show}</Button>
      </p>
    )
  }
  return (
    <div className="registered__take-over">
      <CodePicture link={address} label={REGISTERED.takeOver} quiet={1} redundancy="L" />
      <p>{REGISTERED.takeOverHow}</p>
    </div>
  )
}
