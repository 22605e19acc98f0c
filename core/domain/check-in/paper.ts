import { accept, refuse, type Result } from '../../kernel/result'
import { toIso, type Instant } from '../../kernel/shanghai-time'
import type { Activity } from '../activity/activity'
import type { NoSeatReason } from '../registration/attendance/attendance'
import { freeSeats, type Seats } from '../registration/seats'

/** May a sheet that came back be typed now? From the start on, until the roll says who did not come. */
export function decideTypingPaper(
  { status, startsAt }: Pick<Activity, 'status' | 'startsAt'>,
  rollClosed: boolean,
  now: Instant,
): Result<null, 'activity_withdrawn' | 'too_early' | 'roll_closed'> {
  if (status === 'withdrawn') return refuse('activity_withdrawn')
  if (now < startsAt) return refuse('too_early', { from: toIso(startsAt) })
  return rollClosed ? refuse('roll_closed') : accept(null)
}

/** A head without a registration that paper tells of. */
export interface PaperHead {
  readonly holdsSeat: boolean
  readonly flag: NoSeatReason | null
}

/**
 * So many heads without a registration: each takes a free seat where there are seats; whom they cannot hold was there
 * all the same and is a seatless entry.
 */
export const paperHeads = (
  count: number,
  { kind }: Pick<Activity, 'kind'>,
  seats: Seats,
): readonly PaperHead[] =>
  Array.from({ length: count }, (_, at) => {
    if (kind === 'open') return { holdsSeat: false, flag: null }
    return at < freeSeats(seats) ? { holdsSeat: true, flag: null } : { holdsSeat: false, flag: 'no_room' }
  })
