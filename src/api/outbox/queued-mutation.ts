import type { EndpointName, Input } from '../../../core/contract'
import { SENT_WITHIN_DAYS } from '../../../core/kernel/request-ages'
import type { MutationName, MutationResult } from '../result'

/** Endpoints that take when it happened, by the phone's own clock. */
type TimedMutation = {
  [Name in MutationName]: 'times' extends keyof Input<Name> ? Name : never
}[MutationName]

/**
 * `always`: the endpoint is for what was stored. `late`: only a sending after the first says so, because the
 * backend judges what happens now otherwise than what is told of it afterwards.
 */
const TIMED: Readonly<Record<TimedMutation, 'always' | 'late'>> = {
  'checkIn.confirm': 'late',
  'checkIn.upload': 'always',
  'door.admit': 'late',
  'door.addHead': 'late',
  'door.giveGift': 'late',
}

/** What somebody wants done; number and times are the outbox's. */
export type QueuedInput<Name extends MutationName> = Omit<Input<Name>, 'requestId' | 'times'>

/** One mutation as it is written on the phone before it is sent. */
export interface QueuedMutation {
  readonly endpoint: MutationName
  /** The input without number and times; so named in what phones have stored. */
  readonly wish: Readonly<Record<string, unknown>>
  readonly requestId: string
  /** Who did it; `null` until somebody is signed in on this phone. */
  readonly person: string | null
  /** By the phone's clock, right or wrong. */
  readonly happenedAt: number
  /** What the person called it, for saying later what became of it. */
  readonly about: string | null
  /** The last word; `null` while it waits. */
  readonly answer: MutationResult | null
}

/** Carries the version of what is written behind it. */
export const MUTATION_KEY = 'act-1.'
const SEQUENCE_DIGITS = 10

/** Keys sort in the order of the mutations; the number keeps two windows of one browser apart. */
export function nextKey(last: string | undefined, requestId: string): string {
  const before = last === undefined ? 0 : Number(last.slice(MUTATION_KEY.length).split('.')[0])
  const next = Number.isSafeInteger(before) ? before + 1 : 1
  return `${MUTATION_KEY}${String(next).padStart(SEQUENCE_DIGITS, '0')}.${requestId}`
}

const DAY_MS = 86_400_000

/** Whether it is too late to send it. So far ahead the clock was put back since, and tells nothing of its age. */
export const isTooOld = ({ happenedAt }: Pick<QueuedMutation, 'happenedAt'>, now: number): boolean =>
  Math.abs(now - happenedAt) >= SENT_WITHIN_DAYS * DAY_MS

/** `null` for a record that was damaged on the phone. */
export function parseQueuedMutation(text: string): QueuedMutation | null {
  try {
    const found: unknown = JSON.parse(text)
    if (!isQueuedMutation(found)) return null
    // So an earlier version named what had waited for too long.
    return String(found.answer?.kind) === 'too_old' ? { ...found, answer: { kind: 'lost' } } : found
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isQueuedMutation(found: unknown): found is QueuedMutation {
  const { endpoint, wish, requestId, person, happenedAt, answer } = Object(found) as Partial<QueuedMutation>
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
 * What goes over the wire for a mutation. The times are told anew with each sending: the backend takes
 * received − (sent − happened), so that a clock that is wrong by a day tells the right time all the same.
 * @param isFirst whether this is the first sending, right after the tap
 */
export function inputOf(mutation: QueuedMutation, sentAt: number, isFirst: boolean): Input<EndpointName> {
  const when = TIMED[mutation.endpoint as TimedMutation] as (typeof TIMED)[TimedMutation] | undefined
  const tells = when === 'always' || (when === 'late' && !isFirst)
  const times = tells ? { times: { happenedAt: mutation.happenedAt, sentAt } } : {}
  return { ...mutation.wish, ...times, requestId: mutation.requestId } as Input<EndpointName>
}

/** The phone's storage, as far as the outbox needs it. */
export interface MutationStorage {
  /** Keys that begin so, in any order. */
  keysFrom(beginning: string): readonly string[]
  read(key: string): string | null
  write(key: string, text: string): 'stored' | 'full'
  remove(key: string): void
  /** Lets go of what can be fetched again; a mutation cannot. */
  makeRoom(): void
}

/** A record on the shelf; `null` where it was damaged. */
export interface StoredMutation {
  readonly key: string
  readonly mutation: QueuedMutation | null
}

/** Acts as they stand on the phone, one record each: a damaged one takes no other with it. */
export interface MutationStore {
  /** In the order of the mutations. */
  all(): readonly StoredMutation[]
  /** Where it was put, read back to be sure; `null` when the phone cannot store it. */
  put(mutation: QueuedMutation): string | null
  /** Whether the phone took the change. */
  replace(key: string, mutation: QueuedMutation): boolean
  remove(key: string): void
}

export function createMutationStore(storage: MutationStorage): MutationStore {
  const keys = (): string[] => [...storage.keysFrom(MUTATION_KEY)].sort()
  const write = (key: string, text: string): boolean =>
    storage.write(key, text) === 'stored' && storage.read(key) === text
  return {
    all: () =>
      keys().flatMap((key) => {
        const text = storage.read(key)
        return text === null ? [] : [{ key, mutation: parseQueuedMutation(text) }]
      }),
    put(mutation) {
      const key = nextKey(keys().pop(), mutation.requestId)
      const text = JSON.stringify(mutation)
      if (write(key, text)) return key
      storage.makeRoom()
      if (write(key, text)) return key
      // Half a record would be sent as one, or be said to be damaged.
      storage.remove(key)
      return null
    },
    replace: (key, mutation) => write(key, JSON.stringify(mutation)),
    remove: (key) => storage.remove(key),
  }
}
