import { maxLength, pipe, regex, strictObject, string } from 'valibot'
import type { HolidayCalendar } from '../../domain/office/calendar'
import type { Office } from '../../domain/office/office'
import type { IsoInstant } from '../../kernel/shanghai-time'
import type { AnnouncedActivity } from '../activity/activity-page'
import { endpoint, staff, type } from '../endpoint'
import { OFFICE_STAFF } from '../../domain/staff/post'
import { requestId, slug } from '../fields'
import type { Subdistrict } from '../home'
import type { UrgentNotice } from '../news'
import { token } from './check-in-fields'

/** All that a wall screen shows; it computes its codes alone. */
export interface ScreenPage {
  /** The server's clock: the screen keeps its own by the difference. */
  readonly now: IsoInstant
  readonly office: Office
  /** Who runs this, for the line of trust, and from when 即将关门 is said. */
  readonly subdistrict: Subdistrict
  readonly calendar: HolidayCalendar
  /**
   * In this office, and where no office is: today's and what is under way, what was moved away from today,
   * and tomorrow's as far as something was announced about it. Earliest first.
   */
  readonly activities: readonly AnnouncedActivity[]
  /** The first ones of the days to come, for a screen with room left. Earliest first. */
  readonly next: readonly AnnouncedActivity[]
  /** The latest of those that hold; the screen takes it down by its own clock. */
  readonly notice: UrgentNotice | null
}

export type ScreenKey =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'paired'
      readonly screenId: string
      /** 32 bytes, base64url. */
      readonly key: string
      readonly officeId: string
    }

export interface Screen {
  readonly screenId: string
  readonly officeId: string
  readonly pairedAt: IsoInstant
  /** When it last asked what to show; `null` before its first time. */
  readonly seenAt: IsoInstant | null
  readonly revokedAt: IsoInstant | null
}

/** What is printed for a place: the token is the `scene` of its 小程序码 and stands in its plain QR. */
export interface Poster {
  readonly token: string
  /** `/p/<token>`, behind whichever host serves the 街道. */
  readonly path: string
  readonly name: string
}

const screenId = pipe(string(), maxLength(16), regex(/^[a-z0-9]{1,16}$/, 'use the id as it was given'))
/** Scanned, or the first six characters of the code that the screen shows beside it. */
const pairingId = pipe(
  string(),
  maxLength(22),
  regex(/^(?:[A-Za-z0-9_-]{22}|[A-Z2-9]{3}-[A-Z2-9]{3})$/, 'scan the code on the screen'),
)
const digits = pipe(string(), maxLength(2), regex(/^\d{2}$/, 'type the two digits on the screen'))
const posterToken = pipe(
  string(),
  maxLength(32),
  regex(/^[A-Za-z0-9._~-]{1,32}$/, 'use the token as printed'),
)

/** Who puts up screens and posters; office staff at their own office. */
export const screen = {
  /** A new screen asks to be paired: it shows the code and the two digits, and keeps the secret. */
  'screen.startPairing': endpoint({
    access: 'public',
    effect: 'write',
    input: strictObject({}),
    output: type<{
      secret: string
      pairingId: string
      digits: string
      /** Six characters in place of the scanned id, and the digits: typed on a PC, or told by telephone. */
      code: string
      expiresAt: IsoInstant
    }>(),
    refusals: [],
  }),
  /** Asked by the screen until it is paired. */
  'screen.collectKey': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ secret: token }),
    output: type<ScreenKey>(),
    refusals: ['pairing_expired'],
  }),
  /** Staff scanned the screen and typed its digits. */
  'screen.pair': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ pairingId, digits, officeId: slug, requestId }),
    output: type<{ screenId: string }>(),
    refusals: ['not_own_office', 'office_not_found', 'place_closed', 'pairing_expired', 'wrong_digits'],
  }),
  'screen.list': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'read',
    input: strictObject({ officeId: slug }),
    output: type<{ screens: readonly Screen[] }>(),
    refusals: ['not_own_office'],
  }),
  /** All that are in use where the caller works, silent ones first. */
  'screen.all': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ screens: readonly (Screen & { readonly office: string })[] }>(),
    refusals: [],
  }),
  /** Its codes are good no more. Twice is fine. */
  'screen.revoke': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ officeId: slug, screenId, requestId }),
    output: type<{ screenId: string }>(),
    refusals: ['not_own_office', 'screen_not_found'],
  }),
  /** For the screen itself, which is thereby seen; everything in it is public. */
  'screen.show': endpoint({
    access: 'public',
    effect: 'write',
    input: strictObject({ screenId }),
    output: type<ScreenPage>(),
    refusals: ['screen_not_found', 'revoked_screen'],
  }),
  /** The poster of an office as it is now, made the first time it is asked for. */
  'poster.forOffice': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ officeId: slug, requestId }),
    output: type<Poster>(),
    refusals: ['not_own_office', 'office_not_found', 'place_closed'],
  }),
  /** The poster for the spot of an activity. */
  'poster.forActivity': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<Poster>(),
    refusals: ['activity_not_found', 'not_own_office', 'activity_withdrawn'],
  }),
  /** What is printed with this token is good no more; the next poster has another one. Twice is fine. */
  'poster.revoke': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ token: posterToken, requestId }),
    output: type<{ token: string }>(),
    refusals: ['poster_not_found', 'not_own_office'],
  }),
} as const
