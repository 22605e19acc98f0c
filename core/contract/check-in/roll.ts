import { boolean, strictObject } from 'valibot'
import type { MemberState } from '../../domain/registration/party'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { endpoint, staff, type } from '../endpoint'
import { OFFICE_STAFF } from '../../domain/staff/post'
import { line, requestId, slug } from '../fields'
import { id } from '../person-fields'
import type { CheckInCounts, CheckInParty, RollTimes } from './check-in-desk'

export interface RollSummary extends RollTimes {
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly counts: CheckInCounts
}

/** What staff wrote about one person on a closed roll. */
export interface RollCorrection {
  readonly memberId: string
  readonly came: boolean
  readonly reason: string
  readonly at: IsoInstant
}

/** Names are masked: 王**. */
export interface RollPage extends RollSummary {
  /** Everybody with a place, by number; who waited, lapsed or cancelled is not on the roll. */
  readonly parties: readonly CheckInParty[]
  /** All of them, the latest first: nothing is written over. */
  readonly corrections: readonly RollCorrection[]
}

/** Who answers for what a roll says; office staff at their own office. */
export const roll = {
  /**
   * Activities with registrations whose check-in ended in the last 60 days, at most 100: open rolls first, the
   * oldest first; then closed ones, the latest first. Office staff see their own office's.
   */
  'door.rolls': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ rolls: readonly RollSummary[] }>(),
    refusals: [],
  }),
  /** Who came and who did not. */
  'door.roll': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<RollPage>(),
    refusals: ['activity_not_found', 'not_own_office', 'no_registration_needed'],
  }),
  /** From 48 h after check-in, when late uploads are in: who has not come is a no-show. Twice is fine. */
  'door.closeRoll': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ closedAt: IsoInstant; noShows: number; counts: CheckInCounts }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'no_registration_needed',
      'too_early',
    ],
  }),
  /** Somebody on a closed roll came after all, or did not: the mark is taken back or set. Twice is fine. */
  'door.correctRoll': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, memberId: id, came: boolean(), reason: line(100), requestId }),
    output: type<{ memberId: string; state: MemberState; counts: CheckInCounts }>(),
    refusals: ['activity_not_found', 'not_own_office', 'roll_not_closed', 'reason_missing', 'not_on_roll'],
  }),
} as const
