import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  type InferOutput,
} from 'valibot'
import type { StallHours } from '../../domain/activity/stall/plan'
import type { StallPosition } from '../../domain/activity/stall/position'
import type { StallState } from '../../domain/activity/stall/stall'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { endpoint, staff, type } from '../endpoint'
import { EXPORT_PURPOSES } from '../../domain/staff/export'
import { EDITORS, OFFICE_STAFF } from '../../domain/staff/post'
import { line, requestId, slug } from '../fields'
import { id, phone, type ByWhom } from '../person-fields'

/** A stall as visitors see it; `name` is `null` while nobody has it. */
export interface Stall {
  readonly stallId: string
  readonly number: string
  readonly kind: string
  readonly name: string | null
  /** Where it stands for a part of the market's time only. */
  readonly hours: StallHours | null
  /** On the plan of the market; `null` where it has no place there. */
  readonly position: StallPosition | null
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

const minute = pipe(number(), integer(), minValue(0), maxValue(1440))

/** Of the picture's width or height. */
const share = pipe(number(), minValue(0), maxValue(1))

const planned = strictObject({
  number: line(12),
  kind: line(20),
  name: nullable(line(40)),
  hours: nullable(strictObject({ from: minute, to: nullable(minute) })),
  /** Whom to ring, their number and a note: for staff only, forgotten 30 days after the market. */
  called: nullable(line(40)),
  phone: nullable(phone),
  note: nullable(line(100)),
  /** Where on the plan. Pages of the desk from before there were positions send none: then it stays where it was. */
  position: optional(nullable(strictObject({ x: share, y: share }))),
})

/** A stall as staff write it. */
export type PlannedStall = InferOutput<typeof planned>

export interface StallPlan {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  readonly place: string
  /** 0 where nobody saved it on the desk yet. */
  readonly version: number
  /** As it was saved last, also where residents do not see it yet. By number. */
  readonly stalls: readonly (Omit<PlannedStall, 'position'> & {
    readonly position: StallPosition | null
    /** An applicant has it, and the sign goes with the applicant. */
    readonly isHeld: boolean
  })[]
  /** What residents see. */
  readonly published: readonly Stall[]
  /** Whether what was saved waits for a second person. */
  readonly isWaiting: boolean
  readonly by: ByWhom | null
  readonly mayPublish: 'yes' | 'alone' | 'second_person_needed' | 'no'
}

const version = pipe(number(), integer(), minValue(0), maxValue(1_000_000))

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
  /** All applications at a market, in the order in which they came. Office staff: at their own office only. */
  'stall.list': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{ stalls: readonly Stall[]; applications: readonly StallApplication[] }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** The stalls of a market as staff plan them, with whom to ring. */
  'stall.plan': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<StallPlan>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** Markets with stalls before this one, the latest first: what may be copied. */
  'stall.earlier': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{
      readonly markets: readonly {
        readonly activityId: string
        readonly title: string
        readonly startsAt: IsoInstant
        readonly stalls: number
      }[]
    }>(),
    refusals: [],
  }),
  /**
   * 导出摊位表: an .xlsx of what was saved last, with `contacts` whom to ring. The log has its number, for what it is,
   * which columns and how many; the file says the number, who, when, and that it is to be deleted. On the server alone.
   */
  'stall.export': endpoint({
    access: staff(['lead', ...EDITORS], { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      contacts: boolean(),
      purpose: picklist(EXPORT_PURPOSES),
      /** 上级要求: 文号. */
      document: nullable(line(60)),
    }),
    output: type<{
      readonly number: string
      readonly fileName: string
      readonly base64: string
    }>(),
    refusals: ['activity_not_found', 'not_own_office', 'document_missing'],
    desk: 'only',
  }),
  /**
   * All stalls of a market at once, or none; residents see them when a second person has published. `plan_changed`
   * where somebody else saved meanwhile. The same again changes nothing, not even the version.
   */
  'stall.savePlan': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      version,
      stalls: pipe(array(planned), maxLength(300)),
      requestId,
    }),
    output: type<{ readonly version: number; readonly stalls: number; readonly isWaiting: boolean }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'no_stalls_here',
      'plan_changed',
      'stall_number_twice',
      'stall_in_use',
      'phone_not_kept',
    ],
  }),
  /** By a second account, or by the only one that may. */
  'stall.publishPlan': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ activityId: slug, version, requestId }),
    output: type<{ readonly version: number; readonly stalls: number; readonly isAlone: boolean }>(),
    refusals: [
      'activity_not_found',
      'plan_changed',
      'plan_not_waiting',
      'second_person_needed',
      'stall_in_use',
    ],
  }),
  'stall.assign': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ applicationId: id, stallId: id, requestId }),
    output: type<{ applicationId: string }>(),
    refusals: ['application_not_found', 'stall_not_found', 'application_not_open', 'stall_taken'],
  }),
  'stall.decline': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: application,
    output: type<{ applicationId: string }>(),
    refusals: ['application_not_found', 'application_not_open'],
  }),
} as const
