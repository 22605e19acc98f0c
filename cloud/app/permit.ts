import type { Access, StaffAccess } from '../../core/contract/endpoint'
import {
  actingPost,
  reachOf,
  type Post,
  type StaffPlace,
  type StaffReach,
} from '../../core/domain/staff/post'
import { accept, refuse, type Result } from '../../core/kernel/result'

/** What the records say of whoever calls. */
export interface Recognised {
  /** Signed in, or vouched for by WeChat. */
  readonly isKnown: boolean
  /** Posts that hold now; none for residents. */
  readonly posts: readonly Post[]
}

/** Deny by default: whatever `access` does not name may not call. */
export function accessFor(
  access: Access,
  { isKnown, posts }: Recognised,
): 'granted' | 'unauthenticated' | 'forbidden' {
  if (access === 'public') return 'granted'
  if (!isKnown) return 'unauthenticated'
  if (access === 'resident') return 'granted'
  return typeof access === 'object' && posts.some(({ role }) => access.roles.includes(role))
    ? 'granted'
    : 'forbidden'
}

declare const permitted: unique symbol

/**
 * Proof that a post of the caller suffices for this endpoint, at this place where it is about one. What writes or
 * opens something in the name of the 街道 asks for it, so that a handler that forgot to ask does not compile.
 */
export interface Permit {
  readonly post: Post
  readonly [permitted]: true
}

/** What a handler for staff has beside the caller; see `StaffCall`. */
export interface StaffContext<Scope> {
  /**
   * Asks whether a post reaches an office or activity. About the 街道 as a whole there is nothing left to ask: the
   * role was judged before the handler was called.
   */
  readonly permit: Scope extends 'street'
    ? () => Permit
    : (place: StaffPlace) => Result<Permit, 'not_own_office'>
  /** What lists are narrowed to. */
  readonly reach: StaffReach
  /** Says what the log is to name; without it the log names the place that was asked for. */
  readonly logAs: (entry: LogEntry) => void
}

export interface LogEntry {
  readonly record?: { readonly kind: string; readonly id: string }
  /** Column → new value; only of columns that whoever reads the log may see. */
  readonly changed?: Readonly<Record<string, unknown>>
}

/** One call of staff while it is handled: which post acts, and what goes into the log. */
export class StaffCall {
  #acting: Post | null = null
  #entry: LogEntry | null = null
  readonly reach: StaffReach

  constructor(
    private readonly posts: readonly Post[],
    private readonly access: StaffAccess,
  ) {
    this.reach = reachOf(posts, access.roles)
  }

  readonly permit = (place?: StaffPlace): Permit | Result<Permit, 'not_own_office'> => {
    const post = actingPost(this.posts, this.access.roles, place ?? null)
    if (post === null) {
      if (place === undefined) throw new Error('a handler for staff was called without a post that suffices')
      return refuse('not_own_office')
    }
    this.#acting = post
    this.#entry ??= place === undefined ? null : entryOf(place)
    const permit = { post } as Permit
    return place === undefined ? permit : accept(permit)
  }

  readonly logAs = (entry: LogEntry): void => {
    this.#entry = { ...this.#entry, ...entry }
  }

  /** The post in whose name the call was; the narrowest of all that suffice where the handler did not ask. */
  get acting(): Post {
    const post = this.#acting ?? actingPost(this.posts, this.access.roles, null)
    if (post === null) throw new Error('a call of staff was let in without a post')
    return post
  }

  get entry(): LogEntry {
    return this.#entry ?? {}
  }

  /** Whether the handler itself asked for a row in the log, as reads do that open names. */
  get asksForLog(): boolean {
    return this.#entry?.changed !== undefined || this.#entry?.record !== undefined
  }
}

function entryOf({ officeId, activityId }: StaffPlace): LogEntry {
  if (activityId !== null) return { record: { kind: 'activity', id: activityId } }
  return officeId === null ? {} : { record: { kind: 'office', id: officeId } }
}

/** The place of an activity, as its row says. */
export const placeOfActivity = (row: {
  readonly id: string
  readonly office_id: string | null
}): StaffPlace => ({
  officeId: row.office_id,
  activityId: row.id,
})

/** An office as a place of its own. */
export const placeOfOffice = (officeId: string | null): StaffPlace => ({ officeId, activityId: null })
