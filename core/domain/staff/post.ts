/** What somebody at the 街道 may be, from the narrowest to the widest. A resident without a post is none of them. */
export const STAFF_ROLES = ['scanner', 'office', 'lead', 'viewer', 'editor', 'admin'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Roles whose posts name one or more offices. */
export const OFFICE_ROLES = ['office', 'lead'] as const satisfies readonly StaffRole[]

/** Whoever writes for the 街道 and answers for it. */
export const EDITORS: readonly StaffRole[] = ['editor', 'admin']
/** Whoever runs an office, and editors. */
export const OFFICE_STAFF: readonly StaffRole[] = ['office', 'lead', ...EDITORS]
/** Of each list of 待办: more is not worked through in a day, and says so. */
export const WAITING_SHOWN = 50
/** Whoever may check people in. */
export const CHECK_IN_STAFF: readonly StaffRole[] = ['scanner', ...OFFICE_STAFF]

/**
 * One task that one account was given, with where it holds. An account may hold several; what has not begun,
 * has ended or was dismissed is no post.
 */
export interface Post {
  readonly id: string
  readonly role: StaffRole
  /** How colleagues call whoever holds it: 王芳. */
  readonly called: string
  /** `office`, `lead`: never empty. `viewer`: empty means the whole 街道. All others: empty. */
  readonly officeIds: readonly string[]
  /** `scanner`: the activities it was given for; `null` means any, as in a demonstration. All others: `null`. */
  readonly activityIds: readonly string[] | null
  /** `viewer`: may also read the log of what staff did. */
  readonly mayReadLog: boolean
}

/** Where something is: at one office, or at none (`officeId: null`, the 街道's own); an activity has its id too. */
export interface StaffPlace {
  readonly officeId: string | null
  readonly activityId: string | null
}

/** Whether a post counts at that place, whatever the role may do there. */
export function reaches(
  { role, officeIds, activityIds }: Post,
  { officeId, activityId }: StaffPlace,
): boolean {
  switch (role) {
    case 'admin':
    case 'editor':
      return true
    case 'viewer':
      return officeIds.length === 0 || (officeId !== null && officeIds.includes(officeId))
    case 'lead':
    case 'office':
      return officeId !== null && officeIds.includes(officeId)
    case 'scanner':
      return activityId !== null && (activityIds === null || activityIds.includes(activityId))
  }
}

/**
 * The post in whose name somebody acts: the narrowest that suffices, so that the log names the task and not the
 * widest power of whoever did it. Of equals the first. `null` where none suffices.
 */
export function actingPost(
  posts: readonly Post[],
  roles: readonly StaffRole[],
  place: StaffPlace | null,
): Post | null {
  const able = posts.filter((post) => roles.includes(post.role) && (place === null || reaches(post, place)))
  const [narrowest] = [...able].sort((a, b) => STAFF_ROLES.indexOf(a.role) - STAFF_ROLES.indexOf(b.role))
  return narrowest ?? null
}

/** Of what somebody may be the widest; `null` without a post. */
export const widestRole = (posts: readonly Post[]): StaffRole | null =>
  [...STAFF_ROLES].reverse().find((role) => posts.some((post) => post.role === role)) ?? null

/** `all`, or these: what lists of somebody's work are narrowed to. */
export interface StaffReach {
  readonly offices: 'all' | readonly string[]
  /** Activities beyond those of `offices`. */
  readonly activities: 'all' | readonly string[]
}

/** Everything that these posts, of those roles, count at. */
export function reachOf(posts: readonly Post[], roles: readonly StaffRole[]): StaffReach {
  const able = posts.filter(({ role }) => roles.includes(role))
  const isStreetWide = able.some(
    ({ role, officeIds }) =>
      role === 'admin' || role === 'editor' || (role === 'viewer' && officeIds.length === 0),
  )
  if (isStreetWide) return { offices: 'all', activities: 'all' }
  const scanners = able.filter(({ role }) => role === 'scanner')
  return {
    offices: [...new Set(able.flatMap(({ officeIds }) => officeIds))],
    activities: scanners.some(({ activityIds }) => activityIds === null)
      ? 'all'
      : [...new Set(scanners.flatMap(({ activityIds }) => activityIds ?? []))],
  }
}
