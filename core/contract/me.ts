import { nullable, strictObject } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, type, type StaffRole } from './endpoint'
import { requestId, slug } from './fields'

export interface Me {
  readonly compoundId: string | null
  /** `null` for residents who are not staff. */
  readonly staffRole: StaffRole | null
  /** When the erasure that the resident asked for is carried out; `null` when none is under way. */
  readonly eraseAfter: IsoInstant | null
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
  /** Every row about the caller, table by table, in the database's own words. */
  'me.export': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<{ exportedAt: IsoInstant; tables: Readonly<Record<string, readonly unknown[]>> }>(),
    refusals: [],
  }),
  /** Starts the days of grace; asking again keeps the first date. */
  'me.requestErasure': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ requestId }),
    output: type<{ eraseAfter: IsoInstant }>(),
    refusals: [],
  }),
  /** Stops an erasure that is still within its grace; without one it changes nothing. */
  'me.cancelErasure': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ requestId }),
    output: type<{ eraseAfter: null }>(),
    refusals: [],
  }),
} as const
