import { isState, type Registration } from '../party'

const waits = isState('waiting')

/** A party as the queue sees it. */
export interface WaitingParty {
  readonly registrationId: string
  /** Members who wait; at least 1. */
  readonly size: number
  readonly joinNumber: number
  /** Judged anew at each promotion, see `isInCoolDown`. */
  readonly inCoolDown: boolean
}

/** Queue order: cool-down last, then the join number. */
export const comesBefore = (left: WaitingParty, right: WaitingParty): number =>
  Number(left.inCoolDown) - Number(right.inCoolDown) || left.joinNumber - right.joinNumber

/** The waiting parties in queue order; O(n log n), linear where they come in order. */
export const inQueueOrder = (queue: readonly WaitingParty[]): readonly WaitingParty[] =>
  [...queue].sort(comesBefore)

/** The queue with a newcomer in its place. */
export const join = (queue: readonly WaitingParty[], newcomer: WaitingParty): readonly WaitingParty[] =>
  inQueueOrder([...queue, newcomer])

/** The registration as a waiting party; `null` when none of its members waits. */
export function asWaitingParty(registration: Registration, inCoolDown: boolean): WaitingParty | null {
  const size = registration.members.filter(waits).length
  const { id: registrationId, joinNumber } = registration
  return size === 0 ? null : { registrationId, size, joinNumber, inCoolDown }
}
