import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'
import type { Activity } from '../activity'

/** `assigned` and `declined` are staff's answers; the applicant may withdraw from any of them. */
export const STALL_STATES = ['applied', 'assigned', 'declined', 'withdrawn'] as const
export type StallState = (typeof STALL_STATES)[number]

/** An applicant's wish for one stall at a market; staff says which. */
export interface StallApplication {
  readonly id: string
  readonly applicantId: string
  readonly state: StallState
  /** Set exactly while `assigned`. */
  readonly stallId: string | null
}

export type StallApplicationRefusal =
  'activity_not_found' | 'activity_withdrawn' | 'already_started' | 'already_applied'

const isUnderWay = ({ state }: StallApplication): boolean => state === 'applied' || state === 'assigned'

/**
 * May somebody apply for a stall? One stall per applicant: not while an application of theirs is open or
 * granted. After a no or a withdrawal they may apply again. `own` are their applications at this market.
 */
export function decideApplying(
  market: Activity | null,
  own: readonly StallApplication[],
  now: Instant,
): Result<null, StallApplicationRefusal> {
  if (market === null || market.status === 'draft') return refuse('activity_not_found')
  if (market.status === 'withdrawn') return refuse('activity_withdrawn')
  if (now >= market.startsAt) return refuse('already_started')
  return own.some(isUnderWay) ? refuse('already_applied') : accept(null)
}

/**
 * May staff give this stall to this applicant? One applicant per stall. Giving it twice is fine, and an
 * assigned applicant may be given another free stall. `holder` is the application that has the stall.
 */
export function decideAssigning(
  application: StallApplication,
  stallId: string,
  holder: StallApplication | null,
): Result<StallApplication, 'application_not_open' | 'stall_taken'> {
  if (!isUnderWay(application)) return refuse('application_not_open')
  if (holder !== null && holder.id !== application.id) return refuse('stall_taken')
  return accept({ ...application, state: 'assigned', stallId })
}

/** May staff say no? To an open or granted application; saying it twice is fine. The stall becomes free. */
export function decideDeclining(
  application: StallApplication,
): Result<StallApplication, 'application_not_open'> {
  if (application.state === 'withdrawn') return refuse('application_not_open')
  return accept({ ...application, state: 'declined', stallId: null })
}

/** Withdrawing is always possible, and twice is fine. The stall becomes free; nobody is moved up. */
export const withdrawApplication = (application: StallApplication): StallApplication => ({
  ...application,
  state: 'withdrawn',
  stallId: null,
})
