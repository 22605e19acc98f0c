import { useEffect, useState, useSyncExternalStore } from 'react'
import { learntClock } from '../../core/kernel/server-clock'
import type { Instant, IsoInstant } from '../../core/kernel/shanghai-time'
import { send } from '../platform/send/send'
import type { Sending, Sent } from '../platform/send/sending'

/**
 * The phone's own clock, right or wrong: for two ends of one age (the outbox), and for what the query cache counts
 * itself. Everything else that is shown or decided by goes by `now`.
 */
export const phoneNow = (): number => Date.now()

/** Learnt anew at each start; until the first answer the phone's own time has to do. */
const clock = learntClock(phoneNow)

export const now = (): Instant => clock.now()
export const fromPhone = (phoneTime: number): Instant => clock.fromDevice(phoneTime)
export const onPhone = (moment: Instant): number => clock.onDevice(moment)
export const isPhoneClockWrong = (): boolean => clock.isDeviceWrong()

/** One call, and what time its answer says it is. */
export async function sendAndLearnTime(sending: Sending): Promise<Sent> {
  const sentAt = phoneNow()
  const sent = await send(sending)
  if (sent.kind === 'answered') clock.learn(sent.body, sentAt)
  return sent
}

/** What time it is by the server, of which somebody heard just now. */
export const sayTime = (at: IsoInstant): void => clock.learn({ at }, phoneNow())

export const usePhoneClockWrong = (): boolean =>
  useSyncExternalStore(clock.onLearnt, isPhoneClockWrong, isPhoneClockWrong)

const MINUTE = 60_000

/** Now, renewed at each full minute while the page is mounted, and as soon as an answer says that it is another. */
export function useNow(): Instant {
  const [moment, setMoment] = useState(now)
  useEffect(() => clock.onLearnt(() => setMoment(now())), [])
  useEffect(() => {
    const timer = setTimeout(() => setMoment(now()), MINUTE - (now() % MINUTE))
    return () => clearTimeout(timer)
  }, [moment])
  return moment
}
