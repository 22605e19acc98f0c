import { hasPlace, type MemberChange, type MemberPlace } from './party'

/** The counter on the activity's row, in persons: `0 ≤ inUse ≤ capacity` at every commit. */
export interface Seats {
  readonly capacity: number
  readonly inUse: number
}

/** A seat is held by who is confirmed, came, or was expected in vain, unless staff released it. */
export const holdsSeat = (place: MemberPlace): boolean => hasPlace(place) && !place.released

export const freeSeats = ({ capacity, inUse }: Seats): number => capacity - inUse

/** Seats in use counted from the members themselves and the walk-ins: what the counter is compared with. */
export const recountSeats = (places: readonly MemberPlace[], walkIns: number): number =>
  places.filter(holdsSeat).length + walkIns

/** Seats that changes take (positive) or free (negative). */
export const seatsTaken = (changes: readonly MemberChange[]): number =>
  changes.reduce((sum, { from, to }) => sum + Number(holdsSeat(to)) - Number(holdsSeat(from)), 0)

/**
 * The counter after changes and `walkIns` more (or fewer) walk-ins.
 * @throws RangeError when that would break `0 ≤ inUse ≤ capacity`: a decision was recorded without its lock.
 */
export function seatsAfter(seats: Seats, changes: readonly MemberChange[], walkIns = 0): Seats {
  const inUse = seats.inUse + seatsTaken(changes) + walkIns
  if (inUse < 0 || inUse > seats.capacity) {
    throw new RangeError(`seats in use must stay within 0 and ${seats.capacity}, got ${inUse}`)
  }
  return { capacity: seats.capacity, inUse }
}
