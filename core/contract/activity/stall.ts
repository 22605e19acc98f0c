import { strictObject } from 'valibot'
import type { StallState } from '../../domain/activity/stall/stall'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { endpoint, type } from '../endpoint'
import { line, requestId, slug } from '../fields'
import { id } from '../person-fields'

/** A stall as visitors see it; `name` is `null` while nobody has it. */
export interface Stall {
  readonly stallId: string
  readonly number: string
  readonly kind: string
  readonly name: string | null
}

export interface StallApplication {
  readonly applicationId: string
  /** As the applicant wants to be called; `null` when they did not say. */
  readonly name: string | null
  readonly kind: string
  readonly offer: string
  readonly state: StallState
  readonly stallId: string | null
  readonly appliedAt: IsoInstant
}

const application = strictObject({ applicationId: id, requestId })

export const stall = {
  /** The caller's wish for a stall at a market. */
  'stall.apply': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ activityId: slug, kind: line(20), offer: line(100), requestId }),
    output: type<{ applicationId: string }>(),
    refusals: [
      'activity_not_found',
      'activity_withdrawn',
      'already_started',
      'already_applied',
      'no_stalls_here',
    ],
  }),
  /** The caller's own applications at a market. */
  'stall.mine': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{ applications: readonly StallApplication[] }>(),
    refusals: [],
  }),
  /** By the applicant; the stall becomes free and nobody is moved up. Twice is fine. */
  'stall.withdraw': endpoint({
    access: 'resident',
    effect: 'write',
    input: application,
    output: type<{ applicationId: string }>(),
    refusals: ['application_not_found'],
  }),
  /** All applications at a market, in the order in which they came. */
  'stall.list': endpoint({
    access: ['office', 'editor', 'admin'],
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{ stalls: readonly Stall[]; applications: readonly StallApplication[] }>(),
    refusals: ['activity_not_found'],
  }),
  'stall.assign': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({ applicationId: id, stallId: id, requestId }),
    output: type<{ applicationId: string }>(),
    refusals: ['application_not_found', 'stall_not_found', 'application_not_open', 'stall_taken'],
  }),
  'stall.decline': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: application,
    output: type<{ applicationId: string }>(),
    refusals: ['application_not_found', 'application_not_open'],
  }),
} as const
