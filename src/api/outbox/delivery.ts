import type { EndpointName, Input } from '../../../core/contract'
import type { Sent } from '../../platform/send/sending'
import { replyIn, type MutationName, type MutationResult, type Reply } from '../result'
import { inputOf, type MutationStorage, type QueuedMutation } from './queued-mutation'

/** Whoever is signed in on this phone. */
export interface SignedIn {
  readonly person: string
  readonly token: string | null
}

/** Why a mutation was not answered yet: no answer arrived, the backend has no time or is broken, nobody is signed in. */
export type WaitReason = 'network' | 'busy' | 'sign-in'

/** Everything the outbox needs of the world; the tests hand in phones that die and networks that lose. */
export interface OutboxPorts {
  readonly storage: MutationStorage
  send(endpoint: MutationName, input: Input<EndpointName>, token: string | null): Promise<Sent>
  /** Who is signed in as far as this phone knows; `null` where nobody is. */
  person(): string | null
  /**
   * Signs in where nobody is, or where this session was refused; otherwise why that is not possible now.
   * @param refused the session that the backend no longer knows
   */
  signedIn(refused: SignedIn | null): Promise<SignedIn | WaitReason>
  newRequestId(): Promise<string>
  /** Milliseconds by the phone's clock. */
  clock(): number
  /** `[0, 1)`. */
  chance(): number
  /** Once, after so long; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void
  /** A bug that nobody waits for. */
  report(error: unknown): void
}

/**
 * Sends a mutation once, as who did it; a session that is over is renewed once. Nobody else's session carries it:
 * the backend knows a `requestId` together with its person only, and would record it twice.
 * @param bind writes down who does it, before the first sending
 */
export async function deliver(
  mutation: QueuedMutation,
  isFirst: boolean,
  bind: (person: string) => void,
  ports: OutboxPorts,
): Promise<RetryDecision> {
  let session = await ports.signedIn(null)
  let doer = mutation.person
  for (let tries = 0; tries < 2 && typeof session !== 'string'; tries += 1) {
    if (doer === null) {
      doer = session.person
      bind(doer)
    }
    if (doer !== session.person) return { kind: 'not-theirs' }
    const input = inputOf(mutation, ports.clock(), isFirst)
    const decision = decide(replyIn(await ports.send(mutation.endpoint, input, session.token)))
    if (decision.kind !== 'sign-in') return decision
    session = await ports.signedIn(session)
  }
  return { kind: 'later', atLeastMs: 0, why: typeof session === 'string' ? session : 'sign-in' }
}

/** What one try means for a mutation that waits. */
export type RetryDecision =
  | { readonly kind: 'final'; readonly answer: MutationResult }
  /** Nothing more gets through now; try all of them later, not before so many milliseconds. */
  | { readonly kind: 'later'; readonly atLeastMs: number; readonly why: WaitReason }
  /** The session is over. */
  | { readonly kind: 'sign-in' }
  /** It breaks the backend, or is not known there yet: this mutation waits, others may get through. */
  | { readonly kind: 'stuck' }
  /** It is of somebody who is not signed in here now. */
  | { readonly kind: 'not-theirs' }

const SECOND = 1_000

/** An answer is the last word unless the same mutation, sent again, may get another one. */
export function decide(reply: Reply<MutationName>): RetryDecision {
  if (reply.ok) return { kind: 'final', answer: { kind: 'done', value: reply.value } }
  if ('lost' in reply) return { kind: 'later', atLeastMs: 0, why: 'network' }
  if ('refusal' in reply) {
    const { refusal, detail = {} } = reply
    return { kind: 'final', answer: { kind: 'refused', refusal, detail } as MutationResult }
  }
  switch (reply.fault) {
    case 'invalid_input':
    case 'forbidden':
    case 'too_large':
      return { kind: 'final', answer: { kind: 'fault', fault: reply.fault } }
    case 'rate_limited':
    case 'overloaded':
      return { kind: 'later', atLeastMs: reply.retryAfterSeconds * SECOND, why: 'busy' }
    case 'unauthenticated':
      return { kind: 'sign-in' }
    case 'internal':
    case 'unknown_endpoint':
      return { kind: 'stuck' }
  }
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 300_000
/** A hall full of phones that lost the network together does not come back in one instant. */
const SPREAD = 0.5

/**
 * How long to wait after so many vain tries in a row: 2 s, doubled each time, at most 5 min, up to half as
 * much again by chance.
 * @param chance `[0, 1)`
 */
export function pauseAfter(vainTries: number, chance: number, atLeastMs = 0): number {
  const doubled = FIRST_PAUSE_MS * 2 ** Math.min(Math.max(vainTries - 1, 0), 10)
  const pause = Math.min(doubled, LONGEST_PAUSE_MS) * (1 + SPREAD * chance)
  return Math.max(pause, Math.min(atLeastMs, LONGEST_PAUSE_MS))
}

/** When the outbox tries again by itself: one timer at most. */
export interface Pace {
  /** Tries again after a while that grows with every vain try. */
  rest(atLeastMs: number): void
  gotThrough(): void
  /** Whether the backend asked for peace, which a tap or a returning network does not shorten. */
  isHeldOff(): boolean
  cancel(): void
}

export function createPace({ clock, chance, after }: OutboxPorts, tryAgain: () => void): Pace {
  let vainTries = 0
  let heldUntil = 0
  let cancel = (): void => undefined
  const tryAfter = (milliseconds: number): void => {
    cancel()
    cancel = after(milliseconds, tryAgain)
  }
  return {
    rest(atLeastMs) {
      vainTries += 1
      heldUntil = atLeastMs === 0 ? 0 : clock() + Math.min(atLeastMs, LONGEST_PAUSE_MS)
      tryAfter(pauseAfter(vainTries, chance(), atLeastMs))
    },
    gotThrough: () => void (vainTries = 0),
    isHeldOff() {
      const left = heldUntil - clock()
      // A clock that was set back holds nobody off for ever.
      if (left <= 0 || left > LONGEST_PAUSE_MS) return false
      tryAfter(left)
      return true
    },
    cancel: () => cancel(),
  }
}
