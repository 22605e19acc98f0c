import { boolean, maxLength, pipe, regex, strictObject, string } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, type } from './endpoint'
import { requestId, typed } from './fields'
import { id } from './person-fields'
import type { PostPlace } from './staff'

const signInId = pipe(string(), maxLength(22), regex(/^[A-Za-z0-9_-]{22}$/, 'scan the code on the PC'))
const digits = pipe(string(), maxLength(2), regex(/^\d{2}$/, 'type the two digits on the PC'))

/** What the PC shows until a phone confirms. */
export interface DeskSignIn {
  readonly signInId: string
  /** `/s/d/<signInId>`, behind the host that the PC itself has opened: what the QR says. */
  readonly path: string
  readonly digits: string
  /** For a phone that cannot scan its own screen: six characters, which say as much as the QR, and the two digits. */
  readonly code: string
  /** Exclusive. */
  readonly endsAt: IsoInstant
}

/** What the phone shows of the PC before it confirms. */
export interface AskingPc {
  readonly browser: string
  readonly system: string
  readonly askedAt: IsoInstant
  readonly isPublicPc: boolean
  /** `null` where the phone's own network is not known. */
  readonly isSameNetwork: boolean | null
  /** Nobody with this account has signed in there before. */
  readonly isNewBrowser: boolean
}

export interface DeskSessionRow {
  readonly sessionId: string
  readonly browser: string
  readonly system: string
  readonly isPublicPc: boolean
  readonly startedAt: IsoInstant
  readonly seenAt: IsoInstant
  /** `locked`: nobody used it for a while; it opens nothing any more. */
  readonly state: 'active' | 'locked'
  /** The first of this account in that browser. */
  readonly isNewBrowser: boolean
  readonly isThis: boolean
}

/** Who is signed in on this PC, as whom, and what the desk needs to know of the 街道. */
export interface DeskHolder {
  readonly called: string
  readonly posts: readonly (PostPlace & { readonly postId: string; readonly mayReadLog: boolean })[]
  readonly offices: readonly { readonly id: string; readonly name: string }[]
  readonly subdistrict: string
  /** Nobody else may approve: what they write they publish themselves (单人发布). */
  readonly isOnlyApprover: boolean
  /**
   * 32 bytes in base64url that only this session is given: what was typed about persons lies in the browser under it,
   * and nobody reads it once the session is over.
   */
  readonly formKey: string
  readonly isPublicPc: boolean
  readonly idleMinutes: number
  readonly endsAt: IsoInstant
}

export const desk = {
  /** A browser asks to be signed in: it shows a QR and two digits for two minutes. */
  'desk.beginSignIn': endpoint({
    access: 'public',
    desk: 'only',
    effect: 'write',
    input: strictObject({ isPublicPc: boolean() }),
    output: type<DeskSignIn>(),
    refusals: ['too_many_sign_ins'],
  }),
  /** Asked by that browser, and answered to no other, until a phone has confirmed; the cookie comes with the answer. */
  'desk.signInState': endpoint({
    access: 'public',
    desk: 'only',
    effect: 'write',
    input: strictObject({ signInId }),
    output: type<{ readonly state: 'waiting' | 'signed-in' }>(),
    refusals: ['sign_in_ended'],
  }),
  /**
   * On the phone whose own browser shows the code: what was typed from there, as good as a scan, but only from the
   * same network where both are known. Nobody far away can have it typed.
   */
  'desk.findSignIn': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ code: typed(20) }),
    output: type<{ readonly signInId: string; readonly digits: string }>(),
    refusals: ['sign_in_ended', 'sign_in_elsewhere', 'post_missing'],
  }),
  /** On the phone: which PC is it that asks? */
  'desk.showSignIn': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ signInId }),
    output: type<AskingPc>(),
    refusals: ['sign_in_ended', 'post_missing'],
  }),
  /** The digits are typed from the PC's screen; one wrong entry ends the request. */
  'desk.confirmSignIn': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ signInId, digits, requestId }),
    output: type<{ readonly called: string; readonly endsAt: IsoInstant }>(),
    refusals: ['sign_in_ended', 'sign_in_digits_wrong', 'post_missing'],
  }),
  /** Where the caller is signed in on PCs, the newest first. */
  'desk.sessions': endpoint({
    access: 'resident',
    desk: 'too',
    effect: 'read',
    input: strictObject({}),
    output: type<{ sessions: readonly DeskSessionRow[] }>(),
    refusals: [],
  }),
  /** Ends one of the caller's own sessions at the very next call. */
  'desk.endSession': endpoint({
    access: 'resident',
    desk: 'too',
    effect: 'write',
    input: strictObject({ sessionId: id, requestId }),
    output: type<{ sessionId: string }>(),
    refusals: ['session_not_found'],
  }),
  'desk.signOut': endpoint({
    access: 'resident',
    desk: 'only',
    effect: 'write',
    input: strictObject({}),
    output: type<{ signedOut: true }>(),
    refusals: [],
  }),
  'desk.me': endpoint({
    access: 'resident',
    desk: 'only',
    effect: 'read',
    input: strictObject({}),
    output: type<DeskHolder>(),
    refusals: [],
  }),
} as const
