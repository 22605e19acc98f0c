import type { HolidayCalendar } from '../../core/domain/office/calendar'
import { withPlans, yearWithoutHolidays } from '../../core/domain/office/holiday-plan'
import { shanghaiDay, type Instant, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import type { Gateways } from '../gateways'
import { readHolidayPlans } from '../repositories/holiday-plan'

interface Sources {
  readonly db: Database
  readonly gateways: Pick<Gateways, 'holidays'>
}

/** Holidays and 调休 around a day: what the program knows, and what staff have entered since. */
export async function calendarAround({ db, gateways }: Sources, day: ShanghaiDay): Promise<HolidayCalendar> {
  const announced = await gateways.holidays(day)
  return withPlans(announced, await readHolidayPlans(db), day)
}

/** See `yearWithoutHolidays`. */
export async function missingYear(sources: Sources, now: Instant): Promise<number | null> {
  const today = shanghaiDay(now)
  return yearWithoutHolidays(await calendarAround(sources, today), today)
}
