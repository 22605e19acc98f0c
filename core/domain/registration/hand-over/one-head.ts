import { changeTo, isState, type Member, type MemberChange } from '../party'
import { freeSeats, holdsSeat, type Seats } from '../seats'

/** A head that somebody has at an activity as a walk-in, or as a seatless entry without a registration. */
export interface OwnHead {
  readonly holdsSeat: boolean
}

/**
 * `becomes`: the own head is the coming of the place, and the seat it held goes to the place or to the queue;
 * without a change the place stays as it was, because no seat is left. `twice`: the place has a head already,
 * so the own one is taken back. `stays`: what a closed roll says is not touched.
 */
export type OneHead =
  | { readonly kind: 'becomes'; readonly change: MemberChange | null }
  | { readonly kind: 'twice' }
  | { readonly kind: 'stays' }

/**
 * 是我, said by somebody who is here already: one person is one head. Nobody loses a seat they sit on, and none
 * is given twice: a place that had no seat takes that of the walk-in.
 * @param came whether a head of the place stands, ticked by whoever registered it
 */
export function decideOneHead(
  member: Member,
  own: OwnHead,
  came: boolean,
  seats: Seats,
  rollClosed: boolean,
): OneHead {
  if (rollClosed || !mayCome(member)) return { kind: 'stays' }
  if (came) return { kind: 'twice' }
  const free = freeSeats(seats) + Number(own.holdsSeat)
  const fits = holdsSeat(member) || free > 0
  return { kind: 'becomes', change: fits ? changeTo(member, { state: 'attended', released: false }) : null }
}

const mayCome = isState('waiting', 'lapsed', 'confirmed', 'attended')
