import { array, boolean, maxLength, pipe, strictObject } from 'valibot'
import type { HolidayPlan } from '../domain/office/holiday-plan'
import { EDITORS } from '../domain/staff/post'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, staff, type } from './endpoint'
import { line, requestId, shanghaiDay, whole } from './fields'

const MOST_SPANS = 20
const MOST_WORKDAYS = 30

/** A year as staff see it: their own plan, or what the program knows, or nothing yet. */
export interface HolidayYearView extends HolidayPlan {
  readonly source: 'staff' | 'program' | 'none'
  /** 0 where staff have entered nothing. */
  readonly version: number
  readonly by: { readonly called: string; readonly at: IsoInstant } | null
}

export const holiday = {
  /** The running year and the next. */
  'holiday.show': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{
      readonly years: readonly HolidayYearView[]
      /** Which one is missing although it matters by now; `null` where none is. */
      readonly missing: number | null
    }>(),
    refusals: [],
  }),
  /** Takes the place of the whole year; counts at once for opening hours, series and forms. */
  'holiday.save': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({
      year: whole(2_000, 2_999),
      /** The one that was seen. */
      version: whole(0, 1_000_000),
      spans: pipe(
        array(strictObject({ name: line(12), from: shanghaiDay, to: shanghaiDay })),
        maxLength(MOST_SPANS),
      ),
      workdays: pipe(array(shanghaiDay), maxLength(MOST_WORKDAYS)),
      isComplete: boolean(),
      requestId,
    }),
    output: type<{ readonly year: number; readonly version: number }>(),
    refusals: [
      'year_not_open',
      'holidays_missing',
      'holiday_days_wrong',
      'holidays_overlap',
      'workday_not_weekend',
      'holidays_changed',
    ],
  }),
} as const
