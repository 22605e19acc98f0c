import { accept, refuse, type Result } from '../../kernel/result'
import { instant, type Instant } from '../../kernel/shanghai-time'
import { MOST_PICTURE_BYTES } from '../../shapes/picture'

/** A photo is cut to 16:9 around its middle; a plan stays as it is. */
export const FILE_KINDS = ['photo', 'plan'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const MINUTE = 60_000
const TICKET_MS = 10 * MINUTE
const HOUR_MS = 60 * MINUTE
/** Pictures of one activity that are stored at once, those that nothing shows any more included. */
const MOST_OF_ONE = 20
/** Tickets of one post in an hour. */
const MOST_IN_AN_HOUR = 60

/** Tickets that were given before this are over. */
export const ticketsSince = (now: Instant): Instant => instant(now - TICKET_MS)
/** From here on tickets of a post are counted. */
export const hourBefore = (now: Instant): Instant => instant(now - HOUR_MS)

interface Asked {
  /** Bytes, as the page says; what arrives is measured again. */
  readonly size: number
  /** Pictures of the activity, and tickets for more that are good still. */
  readonly ofActivity: number
  /** Tickets of the post within the hour. */
  readonly ofPost: number
}

/** May this picture be sent? */
export function decideBeginning({
  size,
  ofActivity,
  ofPost,
}: Asked): Result<null, 'picture_too_heavy' | 'pictures_full' | 'pictures_too_fast'> {
  if (size > MOST_PICTURE_BYTES) return refuse('picture_too_heavy')
  if (ofActivity >= MOST_OF_ONE) return refuse('pictures_full')
  if (ofPost >= MOST_IN_AN_HOUR) return refuse('pictures_too_fast')
  return accept(null)
}
