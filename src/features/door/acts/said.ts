import type { Unseen } from '../../../api/outbox/outbox-kinds'
import type { DoorFlag } from '../../../../core/domain/registration/door/attendance'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import type { WaitingAct } from '../seen/waiting'

/** Where it waits to be sent; `key` is `null` while its first answer is only slow. */
interface Unsent {
  readonly key: string | null
}

/** What is said of the last act, large, above everything else; `unsent` is `null` once it was answered. */
export type Said =
  | {
      readonly kind: 'admitted'
      readonly names: readonly (string | null)[]
      readonly number: string
      readonly memberIds: readonly string[]
      /** All had come before: their first time. */
      readonly repeatedAt: Instant | null
      readonly doorFlag: DoorFlag | null
      readonly unsent: Unsent | null
    }
  /** `count` is how many without a phone there are by now. */
  | {
      readonly kind: 'head'
      readonly count: number
      readonly entryId: string | null
      readonly unsent: Unsent | null
    }
  /** By a ticket that the kept list did not know. */
  | { readonly kind: 'unlisted'; readonly unsent: Unsent | null }
  /** A gift that was given before. */
  | { readonly kind: 'gift'; readonly who: string; readonly before: Instant }
  | { readonly kind: 'undone'; readonly who: string }
  | { readonly kind: 'released'; readonly count: number }
  | { readonly kind: 'no'; readonly sentence: string }

const unsentOf = (said: Said): Unsent | null => ('unsent' in said ? said.unsent : null)

/** Whether what was said waits is still waiting: a network that came back sends it by itself. */
export function waitsStill(said: Said, waiting: readonly WaitingAct[]): boolean {
  const unsent = unsentOf(said)
  return unsent !== null && (unsent.key === null || waiting.some(({ key }) => key === unsent.key))
}

/** What was said waits was sent and refused: another part of the page says why. */
export function wasRefusedLater(
  said: Said,
  answered: readonly Extract<Unseen, { kind: 'answered' }>[],
): boolean {
  const key = unsentOf(said)?.key ?? null
  return key !== null && answered.some((one) => one.key === key && one.answer.kind !== 'done')
}
