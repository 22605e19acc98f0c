import type { EndpointName, Input } from '../../../core/contract'
import type { Fault } from '../../../core/contract/answer'
import { SENT_WITHIN_DAYS } from '../../../core/kernel/request-ages'
import type { ActName, LastWord } from '../acting'

/** Endpoints that take when it happened, by the phone's own clock. */
type TimedAct = { [Name in ActName]: 'times' extends keyof Input<Name> ? Name : never }[ActName]

/**
 * `always`: the endpoint is for what was kept. `late`: only a sending after the first says so, because the
 * backend judges what happens now otherwise than what is told of it afterwards.
 */
const TIMED: Readonly<Record<TimedAct, 'always' | 'late'>> = {
  'checkIn.confirm': 'late',
  'checkIn.upload': 'always',
  'door.admit': 'late',
  'door.addHead': 'late',
  'door.giveGift': 'late',
}

/** What somebody wants done; number and times are the outbox's. */
export type KeptWish<Name extends ActName> = Omit<Input<Name>, 'requestId' | 'times'>

/** A word after which nothing is sent again; these faults would only come once more. */
export type FinalAnswer<Name extends ActName = ActName> =
  | LastWord<Name>
  | {
      readonly kind: 'fault'
      readonly fault: Extract<Fault['fault'], 'invalid_input' | 'forbidden' | 'too_large'>
    }
  /** It lay here for so long that the backend may have forgotten its number: sent now, it could be done twice. */
  | { readonly kind: 'too_old' }

/** One act as it is written on the phone before it is sent. */
export interface KeptAct {
  readonly endpoint: ActName
  readonly wish: Readonly<Record<string, unknown>>
  readonly requestId: string
  /** Who did it; `null` until somebody is signed in on this phone. */
  readonly person: string | null
  /** By the phone's clock, right or wrong. */
  readonly happenedAt: number
  /** What the person called it, for saying later what became of it. */
  readonly about: string | null
  /** `null` while it waits. */
  readonly answer: FinalAnswer | null
}

/** Carries the version of what is written behind it. */
export const ACT_KEY = 'act-1.'
const SEQUENCE_DIGITS = 10

/** Keys sort in the order of the acts; the number keeps two windows of one browser apart. */
export function keyAfter(last: string | undefined, requestId: string): string {
  const before = last === undefined ? 0 : Number(last.slice(ACT_KEY.length).split('.')[0])
  const next = Number.isSafeInteger(before) ? before + 1 : 1
  return `${ACT_KEY}${String(next).padStart(SEQUENCE_DIGITS, '0')}.${requestId}`
}

const DAY_MS = 86_400_000

/** Whether it is too late to send it. So far ahead the clock was put back since, and tells nothing of its age. */
export const isTooOld = ({ happenedAt }: Pick<KeptAct, 'happenedAt'>, now: number): boolean =>
  Math.abs(now - happenedAt) >= SENT_WITHIN_DAYS * DAY_MS

/** `null` for a record that was damaged on the phone. */
export function readAct(text: string): KeptAct | null {
  try {
    const found: unknown = JSON.parse(text)
    return isKeptAct(found) ? found : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isKeptAct(found: unknown): found is KeptAct {
  const { endpoint, wish, requestId, person, happenedAt, answer } = Object(found) as Partial<KeptAct>
  return (
    typeof endpoint === 'string' &&
    typeof wish === 'object' &&
    wish !== null &&
    typeof requestId === 'string' &&
    (person === null || typeof person === 'string') &&
    typeof happenedAt === 'number' &&
    (answer === null || typeof answer === 'object')
  )
}

/**
 * What goes over the wire for an act. The times are told anew with each sending: the backend takes
 * received − (sent − happened), so that a clock that is wrong by a day tells the right time all the same.
 * @param isFirst whether this is the first sending, right after the tap
 */
export function inputOf(act: KeptAct, sentAt: number, isFirst: boolean): Input<EndpointName> {
  const when = TIMED[act.endpoint as TimedAct] as (typeof TIMED)[TimedAct] | undefined
  const tells = when === 'always' || (when === 'late' && !isFirst)
  const times = tells ? { times: { happenedAt: act.happenedAt, sentAt } } : {}
  return { ...act.wish, ...times, requestId: act.requestId } as Input<EndpointName>
}
