import {
  array,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  pipe,
  strictObject,
  strictTuple,
} from 'valibot'
import type { HolidayCalendar } from '../domain/office/calendar'
import type { Compound, Neighbourhood, Office, OfficeSummary, Service } from '../domain/office/office'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, staff, type } from './endpoint'
import { OFFICE_STAFF } from '../domain/staff/post'
import { line, requestId, shanghaiDay, slug } from './fields'
import { version, type Versioned } from './versioned'

/** Everything that finds an office, small enough to keep on the phone and to sort there. */
export interface Directory {
  readonly offices: readonly OfficeSummary[]
  readonly services: readonly Service[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly calendar: HolidayCalendar
}

const minute = pipe(number(), integer(), minValue(0), maxValue(1440))

export const office = {
  'office.list': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ version }),
    output: type<Directory | Versioned<Directory>>(),
    refusals: [],
  }),
  /** A moved or closed office answers too: its page leads to the successor. */
  'office.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ officeId: slug }),
    output: type<{
      office: Office
      services: readonly Service[]
      successor: OfficeSummary | null
      calendar: HolidayCalendar
    }>(),
    refusals: ['office_not_found'],
  }),
  /** Other hours on one day, or closed when there are no intervals. Office staff: their own office only. */
  'office.setHoursOn': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({
      officeId: slug,
      day: shanghaiDay,
      /** `null` takes the exception back: the weekly hours hold again. */
      intervals: nullable(pipe(array(strictTuple([minute, minute])), maxLength(4))),
      note: nullable(line(60)),
      requestId,
    }),
    output: type<{ officeId: string; day: string }>(),
    refusals: ['not_own_office', 'office_not_found', 'hours_overlap', 'day_past'],
  }),
  /** 临时关门: on each day from `from` to `until`, both included, without what lies in the window; `null` is all day. */
  'office.close': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({
      officeId: slug,
      from: shanghaiDay,
      until: shanghaiDay,
      window: nullable(strictTuple([minute, minute])),
      /** Why, in the words that residents read beside the hours. */
      note: line(60),
      requestId,
    }),
    output: type<{ days: readonly string[] }>(),
    refusals: [
      'not_own_office',
      'office_not_found',
      'day_past',
      'hours_overlap',
      'closing_too_long',
      'hours_unknown',
      'closed_anyway',
    ],
  }),
  /** What takes place there meanwhile: each needs another room, or is cancelled. */
  'office.gap': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'read',
    input: strictObject({
      officeId: slug,
      from: shanghaiDay,
      until: shanghaiDay,
      window: nullable(strictTuple([minute, minute])),
    }),
    output: type<{
      activities: readonly {
        activityId: string
        title: string
        startsAt: IsoInstant
        endsAt: IsoInstant
      }[]
    }>(),
    refusals: ['not_own_office'],
  }),
  /** 提前开门: the days from today on that were closed with these words have their usual hours again. */
  'office.reopen': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ officeId: slug, note: line(60), requestId }),
    output: type<{ days: number }>(),
    refusals: ['not_own_office', 'office_not_found'],
  }),
  'compound.list': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({}),
    output: type<{ compounds: readonly Compound[] }>(),
    refusals: [],
  }),
} as const
