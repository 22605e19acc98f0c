import { nullable, strictObject } from 'valibot'
import type { RecordKind } from '../domain/me/record-kinds'
import type { Template } from '../domain/registration/messages/notice'
import type { IsoInstant } from '../kernel/shanghai-time'
import type { Post, StaffRole } from '../domain/staff/post'
import { endpoint, type } from './endpoint'
import { requestId, slug } from './fields'

export interface Me {
  readonly compoundId: string | null
  /** The own posts that hold now; none for residents who are not staff. */
  readonly posts: readonly Post[]
  /** The widest role of these posts; `null` for residents who are not staff. */
  readonly staffRole: StaffRole | null
  /** An office that a post of `office` or `lead` is for. */
  readonly staffOfficeId: string | null
  /** When the erasure that the resident asked for is carried out; `null` when none is under way. */
  readonly eraseAfter: IsoInstant | null
}

/** A guardian's last word for one child. */
export interface GuardianWord {
  readonly familyMemberId: string
  readonly name: string
  /** Of the wording that was read. */
  readonly version: string
  readonly wording: string
  readonly given: boolean
  readonly at: IsoInstant
}

/** WeChat messages of one template that may still be sent. */
export interface MessageWord {
  readonly template: Template
  readonly left: number
  /** Of the last yes; `null` where it was not written down. */
  readonly at: IsoInstant | null
}

/** What is kept about the caller, and what they agreed to. */
export interface OwnRecords {
  /** Kinds of which there is something. */
  readonly counts: readonly { readonly kind: RecordKind; readonly count: number }[]
  readonly guardian: readonly GuardianWord[]
  readonly messages: readonly MessageWord[]
  readonly eraseAfter: IsoInstant | null
}

/** Everything about the caller. */
export interface Exported {
  readonly exportedAt: IsoInstant
  /** Row by row, in the database's own words. */
  readonly tables: Readonly<Record<string, readonly unknown[]>>
  /** What ids in the rows are called: activities, offices, compounds, facilities, one's own family. */
  readonly names: Readonly<Record<string, string>>
}

export const me = {
  'me.show': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<Me>(),
    refusals: [],
  }),
  /** The compound that stands in for a position; `null` forgets it. */
  'me.chooseCompound': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ compoundId: nullable(slug), requestId }),
    output: type<{ compoundId: string | null }>(),
    refusals: ['compound_not_found'],
  }),
  /** 您在这里留下了什么. */
  'me.kept': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<OwnRecords>(),
    refusals: [],
  }),
  /** Made for this answer and kept nowhere. */
  'me.export': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<Exported>(),
    refusals: [],
  }),
  /** Starts the days of grace; asking again keeps the first date. */
  'me.requestErasure': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ requestId }),
    output: type<{ eraseAfter: IsoInstant }>(),
    refusals: ['last_admin'],
  }),
  /** Stops an erasure that has not been carried out; `stopped` is false where none was under way. */
  'me.cancelErasure': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ requestId }),
    output: type<{ eraseAfter: null; stopped: boolean }>(),
    refusals: [],
  }),
} as const
