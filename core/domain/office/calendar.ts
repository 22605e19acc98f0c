import type { ShanghaiDay } from '../../kernel/shanghai-time'

/**
 * What the State Council has announced for the days around now. Days outside `coveredYears` are not
 * announced yet: weekly hours hold there, and the answer says that holidays are still open.
 */
export interface HolidayCalendar {
  readonly coveredYears: readonly number[]
  /** Public holidays, days off by law or by exchange. */
  readonly holidays: readonly ShanghaiDay[]
  /** 调休: Saturdays and Sundays that are working days. */
  readonly workdays: readonly ShanghaiDay[]
}
