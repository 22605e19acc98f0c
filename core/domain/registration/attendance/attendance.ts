import { accept, refuse, type Result } from '../../../kernel/result'
import { toIso, type Instant } from '../../../kernel/shanghai-time'
import type { Occurrence } from '../../activity/activity'
import type { Deadlines } from '../../activity/deadlines'
import { isState, toState, type Member, type MemberChange } from '../party'
import { freeSeats, holdsSeat, seatsAfter, type Seats } from '../seats'

/** Why somebody who was there holds no seat. */
export type NoSeatReason = 'released' | 'cancelled' | 'no_room' | 'activity_not_now' | 'roll_closed'

/** Somebody was there whom the rules of seats cannot hold: kept with the reason, and counted as a head. */
export interface SeatlessEntry {
  readonly memberId: string
  readonly flag: NoSeatReason
}

export interface Arrival {
  readonly changes: readonly MemberChange[]
  readonly seatless: readonly SeatlessEntry[]
  /** Members who had come before: answered with the first time, as a success. */
  readonly repeated: readonly string[]
}

export type ArrivalRefusal = 'activity_not_now' | 'cancelled' | 'no_room'

const hasCome = isState('attended')
const isCancelled = isState('cancelled')
const hasNoSeatYet = isState('waiting', 'lapsed')

/**
 * May these members of one registration be let in at the door now? Within the check-in window; who waited
 * or lapsed only where seats are free for all of them; who cancelled registers anew or walks in. A released
 * member is let in without a seat.
 */
export function decideArrival(
  arriving: readonly Member[],
  seats: Seats,
  deadlines: Deadlines,
  now: Instant,
): Result<Arrival, ArrivalRefusal> {
  const { checkInFrom, checkInUntil } = deadlines
  if (!isOpen(deadlines, now)) {
    return refuse('activity_not_now', { from: toIso(checkInFrom), until: toIso(checkInUntil) })
  }
  if (arriving.some(isCancelled)) return refuse('cancelled')
  const size = arriving.filter(hasNoSeatYet).length
  if (size > freeSeats(seats)) return refuse('no_room', { free: freeSeats(seats), size })
  return accept(recordArrival(arriving, seats, deadlines, now))
}

/**
 * What an arrival at `at` that was stored without network comes to: nothing is refused any more. Seats are
 * given in the order of the members as far as they go; what they cannot hold becomes a seatless entry.
 */
export function recordArrival(
  arriving: readonly Member[],
  seats: Seats,
  deadlines: Deadlines,
  at: Instant,
): Arrival {
  let free = freeSeats(seats)
  const newcomers = arriving.filter((member) => !hasCome(member))
  const outcomes = newcomers.map((member) => {
    const flag = isOpen(deadlines, at) ? flagFor(member, free) : 'activity_not_now'
    if (flag === null && !holdsSeat(member)) free -= 1
    return { member, flag }
  })
  return {
    changes: outcomes.flatMap(({ member, flag }) => (flag === null ? [toState(member, 'attended')] : [])),
    seatless: outcomes.flatMap(({ member: { id }, flag }) => (flag === null ? [] : [{ memberId: id, flag }])),
    repeated: arriving.filter(hasCome).map(({ id }) => id),
  }
}

/** May a walk-in take a seat now? Where one is free, within the check-in window. The counter grows by one. */
export function decideWalkIn(
  activity: Pick<Occurrence, 'status'>,
  seats: Seats,
  deadlines: Deadlines,
  now: Instant,
): Result<Seats, 'activity_withdrawn' | 'activity_not_now' | 'no_room'> {
  if (activity.status === 'withdrawn') return refuse('activity_withdrawn')
  if (!isOpen(deadlines, now)) return refuse('activity_not_now')
  return freeSeats(seats) < 1 ? refuse('no_room', { free: 0, size: 1 }) : accept(seatsAfter(seats, [], 1))
}

const isOpen = ({ checkInFrom, checkInUntil }: Deadlines, at: Instant): boolean =>
  at >= checkInFrom && at < checkInUntil

function flagFor(member: Member, free: number): NoSeatReason | null {
  if (member.released) return 'released'
  switch (member.state) {
    case 'cancelled':
      return 'cancelled'
    case 'no_show':
      return 'roll_closed'
    case 'waiting':
    case 'lapsed':
      return free < 1 ? 'no_room' : null
    default:
      return null
  }
}
