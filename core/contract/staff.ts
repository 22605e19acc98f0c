import {
  array,
  boolean,
  maxLength,
  minLength,
  nullable,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import type { InvitationState } from '../domain/staff/invitation'
import type { ReportReason } from '../domain/life-circle/facility'
import { STAFF_ROLES, type StaffRole } from '../domain/staff/post'
import type { ChangeNotice } from './activity/activity-page'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, staff as staffAccess, type } from './endpoint'
import { OFFICE_STAFF } from '../domain/staff/post'
import { line, requestId, shanghaiDay, slug, typed } from './fields'
import { id } from './person-fields'
import { LONGEST_NAME } from '../shapes/person-name'

/** An activity that something waits for. */
export interface WaitingActivity {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
}

/** Everything that waits, each list at most 50 long and the most urgent first; see `WAITING_SHOWN`. */
export interface Waiting {
  /** Handed in by somebody else, or by oneself where nobody else may approve. */
  readonly drafts: readonly {
    readonly draftId: string
    readonly title: string
    readonly called: string
    readonly at: IsoInstant
  }[]
  /** 修订 that a second person has to look at. */
  readonly corrections: readonly WaitingActivity[]
  /** Stall plans of markets still to come that somebody else has to publish. */
  readonly plans: readonly WaitingActivity[]
  /** Changed today, or earlier with somebody left to be told: `left` persons. */
  readonly changed: readonly (WaitingActivity & {
    readonly kind: ChangeNotice['kind']
    readonly at: IsoInstant
    readonly left: number
  })[]
  /** Rolls that can be closed. */
  readonly rolls: readonly WaitingActivity[]
  /** Residents' words without an answer for more than 3 days. */
  readonly words: readonly {
    readonly id: string
    readonly at: IsoInstant
    readonly text: string | null
    /** A report of what is wrong on the map, and at which place; `null` for a suggestion. */
    readonly report: { readonly reason: ReportReason; readonly placeName: string | null } | null
  }[]
  /** Years whose public holidays nobody knows although they matter by now; for editors. */
  readonly holidays: readonly { readonly year: number }[]
  /** Screens that went silent; `seenAt` is null where one never asked. */
  readonly screens: readonly {
    readonly screenId: string
    readonly office: string
    readonly seenAt: IsoInstant | null
  }[]
}

/** Whoever gives posts. */
const APPOINTERS: readonly StaffRole[] = ['lead', 'admin']
const code = typed(40)
/** The number of a row of the log, as text: it may grow past what JSON's numbers hold. */
const actId = pipe(string(), maxLength(18), regex(/^[1-9][0-9]{0,17}$/, 'write the id of an entry'))

interface Named {
  readonly id: string
  readonly name: string
}

/** Where a post holds, with the names that people know. */
export interface PostPlace {
  readonly role: StaffRole
  readonly called: string
  /** None for posts of the whole 街道. */
  readonly offices: readonly Named[]
  /** Of volunteers; `null` means any activity. */
  readonly activities: readonly Named[] | null
  /** Exclusive; `null` means until dismissed. */
  readonly endsAt: IsoInstant | null
}

export interface PostRow extends PostPlace {
  readonly postId: string
  /** The same for all posts of one account. */
  readonly holder: string | null
  readonly state: 'active' | 'ended' | 'dismissed'
  readonly startsAt: IsoInstant
  readonly invitedBy: string | null
  readonly isOwn: boolean
}

export interface InvitationRow extends PostPlace {
  readonly invitationId: string
  readonly state: InvitationState
  readonly invitedBy: string | null
  readonly createdAt: IsoInstant
  readonly expiresAt: IsoInstant
  readonly acceptedAt: IsoInstant | null
}

/** Somebody who scanned the 现场码 of an activity. */
export interface VolunteerRow {
  readonly invitationId: string
  readonly called: string
  readonly askedAt: IsoInstant
  readonly state: 'waiting' | 'helping'
}

/** Shown once; only its hash is stored. */
export interface NewInvitation {
  readonly invitationId: string
  readonly called: string
  readonly code: string
  readonly expiresAt: IsoInstant
}

export interface ActRow {
  readonly id: string
  readonly at: IsoInstant
  /** `null` for commands of the operator. */
  readonly post: { readonly postId: string; readonly role: StaffRole; readonly called: string } | null
  readonly source: 'phone' | 'desk' | 'command'
  readonly endpoint: string
  readonly record: { readonly kind: string; readonly id: string } | null
  readonly changed: Readonly<Record<string, unknown>>
}

const invited = strictObject({
  called: line(LONGEST_NAME),
  role: picklist(STAFF_ROLES),
  officeIds: pipe(array(slug), maxLength(30)),
  activityIds: pipe(array(slug), maxLength(30)),
  /** `viewer`: may read the log too. */
  mayReadLog: boolean(),
  /** Last day of the post; `null` means until dismissed. */
  endsOn: nullable(shanghaiDay),
})

export const staff = {
  /** Posts within the caller's reach: active ones first, then those that ended. */
  'staff.posts': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ posts: readonly PostRow[] }>(),
    refusals: [],
  }),
  /**
   * Up to sixty invitations, all or none; each holds 7 days and once. Not repeatable by `requestId`: codes would
   * have to be stored. Whoever lost the answer has new codes made by `staff.reissueInvitation`.
   */
  'staff.invite': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ invitations: pipe(array(invited), minLength(1), maxLength(60)) }),
    output: type<{ invitations: readonly NewInvitation[] }>(),
    refusals: [
      'role_not_yours_to_give',
      'not_own_office',
      'office_missing',
      'office_not_found',
      'activity_missing',
      'activity_not_found',
      'day_past',
    ],
  }),
  /** The newest 200 within the caller's reach. */
  'staff.invitations': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ invitations: readonly InvitationRow[] }>(),
    refusals: [],
  }),
  /** 重发: a new code and 7 more days; the former code is worth nothing. */
  'staff.reissueInvitation': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ invitationId: id }),
    output: type<NewInvitation>(),
    refusals: ['invitation_not_found', 'invitation_used', 'not_own_office'],
  }),
  'staff.revokeInvitation': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ invitationId: id, requestId }),
    output: type<{ invitationId: string }>(),
    refusals: ['invitation_not_found', 'invitation_used', 'not_own_office'],
  }),
  /** 您是王芳（金梅园 社工）吗？ Five wrong codes in 10 minutes hold off this account, no other. */
  'staff.openInvitation': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ code }),
    output: type<
      PostPlace & {
        readonly expiresAt: IsoInstant
        readonly needsConfirmation: boolean
        /** A 现场码 names nobody: whoever scans it says the own name. */
        readonly asksName: boolean
      }
    >(),
    refusals: ['invitation_not_found', 'invitation_used', 'invitation_expired', 'too_many_codes'],
  }),
  /**
   * Posts of `admin` and `editor` begin when the inviter has confirmed, those of a 现场码 when a colleague at the
   * entrance has; all others at once. `called` is for a 现场码 alone.
   */
  'staff.acceptInvitation': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ code, called: optional(nullable(line(20)), null), requestId }),
    output: type<{ readonly state: 'active' | 'awaiting-confirmation'; readonly called: string }>(),
    refusals: [
      'invitation_not_found',
      'invitation_used',
      'invitation_expired',
      'too_many_codes',
      'called_missing',
      'volunteers_full',
      'check_in_over',
    ],
  }),
  /**
   * 志愿者现场码 of one activity, for a phone at the entrance: a new code each time, which makes the former worth
   * nothing, good until check-in ends.
   */
  'staff.openVolunteerCode': endpoint({
    access: staffAccess(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug }),
    output: type<{
      readonly title: string
      readonly code: string
      /** `/s/<code>`, behind whichever host serves the 街道. */
      readonly path: string
      readonly endsAt: IsoInstant
    }>(),
    refusals: ['activity_not_found', 'not_own_office', 'check_in_over'],
  }),
  /** Who scanned it: those who wait first, then those who help. */
  'staff.volunteers': endpoint({
    access: staffAccess(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{ readonly volunteers: readonly VolunteerRow[]; readonly atMost: number }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** 同意: the post begins, for this activity, until check-in ends. */
  'staff.decideVolunteer': endpoint({
    access: staffAccess(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ invitationId: id, isWelcome: boolean(), requestId }),
    output: type<{ readonly invitationId: string; readonly state: InvitationState }>(),
    refusals: ['invitation_not_found', 'invitation_used', 'not_own_office', 'check_in_over'],
  }),
  /** 是这位吗？ Yes begins the post; no makes the invitation worth nothing. */
  'staff.confirmHolder': endpoint({
    access: staffAccess(['admin'], { within: 'street' }),
    effect: 'write',
    input: strictObject({ invitationId: id, isRight: boolean(), requestId }),
    output: type<{ invitationId: string; state: InvitationState }>(),
    refusals: ['invitation_not_found', 'invitation_used'],
  }),
  /**
   * 离岗: ends all posts of the account that holds this one, its sign-ins on PCs, and the open invitations that it
   * made, all at the very next call. A lead may end those whose every post is at the own offices.
   */
  'staff.dismiss': endpoint({
    access: staffAccess(APPOINTERS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ postId: id, requestId }),
    output: type<{
      readonly called: string
      readonly posts: number
      readonly invitationsRevoked: number
      /** What the account opened or exported in the last 90 days: endpoint → how often. */
      readonly opened: Readonly<Record<string, number>>
    }>(),
    refusals: ['post_not_found', 'not_own_office', 'last_admin'],
  }),
  /** The same for oneself. */
  'staff.leave': endpoint({
    access: staffAccess(STAFF_ROLES, { within: 'street' }),
    effect: 'write',
    input: strictObject({ requestId }),
    output: type<{ readonly posts: number }>(),
    refusals: ['last_admin'],
  }),
  /** The own posts with the names of their places. */
  'staff.ownPosts': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<{ posts: readonly (PostPlace & { readonly postId: string })[] }>(),
    refusals: [],
  }),
  /** 待办: what waits for the caller, at the offices of their posts; what only editors may do waits for them alone. */
  'staff.waiting': endpoint({
    access: staffAccess(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({}),
    output: type<Waiting>(),
    refusals: [],
  }),
  /** What was done in whose name, newest first, 100 at a time; `before` is the id of the last one seen. */
  'staff.log': endpoint({
    access: staffAccess(['viewer', 'admin'], { within: 'street' }),
    effect: 'read',
    input: strictObject({
      before: nullable(actId),
      postId: nullable(id),
      endpoint: nullable(
        pipe(string(), maxLength(60), regex(/^[A-Za-z.]+$/, 'write the name of an endpoint')),
      ),
      day: nullable(shanghaiDay),
    }),
    output: type<{ acts: readonly ActRow[]; next: string | null }>(),
    refusals: ['log_not_yours'],
  }),
} as const
