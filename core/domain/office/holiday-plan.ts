import { accept, refuse, type Result } from '../../kernel/result'
import { addDays, daysBetween, weekday, type ShanghaiDay } from '../../kernel/shanghai-time'
import type { HolidayCalendar } from './calendar'

/** 国庆节 from the first to the last day off, both counted. */
export interface HolidaySpan {
  readonly name: string
  readonly from: ShanghaiDay
  readonly to: ShanghaiDay
}

/** The holidays of a year as the yearly notice has them. */
export interface HolidayYear {
  readonly year: number
  readonly spans: readonly HolidaySpan[]
  /** 调休: Saturdays and Sundays on which one works. */
  readonly workdays: readonly ShanghaiDay[]
}

/** What staff have entered of the notice; `isComplete` once all of it is there. */
export interface HolidayPlan extends HolidayYear {
  readonly isComplete: boolean
}

/** The longest were nine days, in 2024 and later; a slip of the month is longer. */
const LONGEST_HOLIDAY_DAYS = 15
/** 元旦 may begin in the last week of the year before, and end in the first of the year after with 调休. */
const OVERHANG_DAYS = 7
/** Of a calendar: two months, so that a phone that was offline for weeks still knows the next holiday. */
export const CALENDAR_DAYS_BACK = 1
export const CALENDAR_DAYS_AHEAD = 62
/** The notice of a year comes in the autumn before it. */
const MONTH_OF_NOTICE = 11

const yearOf = (day: ShanghaiDay): number => Number(day.slice(0, 4))
const monthOf = (day: ShanghaiDay): number => Number(day.slice(5, 7))

const daysOf = ({ from, to }: HolidaySpan): readonly ShanghaiDay[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

type PlanRefusal =
  'year_not_open' | 'holidays_missing' | 'holiday_days_wrong' | 'holidays_overlap' | 'workday_not_weekend'

/**
 * May this be the plan of its year? Only the running year and the next are open; spans are in order of days, at most
 * 15 days, within the year (a week beyond it for 元旦) and apart from each other; a 调休 day is a Saturday or Sunday
 * that is no holiday; a plan that is said to be complete has holidays. Refusals name the first day that is wrong.
 */
export function decideHolidayPlan(plan: HolidayPlan, today: ShanghaiDay): Result<HolidayPlan, PlanRefusal> {
  const { year, isComplete } = plan
  const now = yearOf(today)
  if (year !== now && year !== now + 1) return refuse('year_not_open', { years: [now, now + 1] })
  const spans = [...plan.spans].sort((one, other) => (one.from < other.from ? -1 : 1))
  const workdays = [...new Set(plan.workdays)].sort()
  if (isComplete && spans.length === 0) return refuse('holidays_missing')
  const [first, last] = [
    addDays(`${year}-01-01` as ShanghaiDay, -OVERHANG_DAYS),
    addDays(`${year}-12-31` as ShanghaiDay, OVERHANG_DAYS),
  ]
  const isWithin = (day: ShanghaiDay): boolean => first <= day && day <= last
  for (const span of spans) {
    const days = daysBetween(span.from, span.to) + 1
    if (days < 1 || days > LONGEST_HOLIDAY_DAYS || !isWithin(span.from) || !isWithin(span.to))
      return refuse('holiday_days_wrong', { name: span.name })
  }
  const doubled = spans.find((span, index) => index > 0 && span.from <= (spans[index - 1] as HolidaySpan).to)
  if (doubled !== undefined) return refuse('holidays_overlap', { name: doubled.name })
  const off = new Set(spans.flatMap(daysOf))
  const strange = workdays.find((day) => weekday(day) < 6 || off.has(day) || !isWithin(day))
  if (strange !== undefined) return refuse('workday_not_weekend', { day: strange })
  return accept({ year, spans, workdays, isComplete })
}

/**
 * The calendar around a day with what staff entered: their plan of a year takes the place of what the program knows of
 * that year once it is complete, and adds to it before. Days outside `[today − 1, today + 62]` are left out.
 */
export function withPlans(
  announced: HolidayCalendar,
  plans: readonly HolidayPlan[],
  today: ShanghaiDay,
): HolidayCalendar {
  if (plans.length === 0) return announced
  const isNear = (day: ShanghaiDay): boolean => {
    const ahead = daysBetween(today, day)
    return -CALENDAR_DAYS_BACK <= ahead && ahead <= CALENDAR_DAYS_AHEAD
  }
  const complete = new Set(plans.filter(({ isComplete }) => isComplete).map(({ year }) => year))
  const holidays = new Set(plans.flatMap(({ spans }) => spans.flatMap(daysOf)).filter(isNear))
  const workdays = new Set(plans.flatMap((plan) => plan.workdays).filter(isNear))
  const stays = (day: ShanghaiDay): boolean =>
    !complete.has(yearOf(day)) && !holidays.has(day) && !workdays.has(day)
  const near = [yearOf(addDays(today, -CALENDAR_DAYS_BACK)), yearOf(addDays(today, CALENDAR_DAYS_AHEAD))]
  return {
    coveredYears: [
      ...new Set([...announced.coveredYears, ...near.filter((year) => complete.has(year))]),
    ].sort(),
    holidays: [...announced.holidays.filter(stays), ...holidays].sort(),
    workdays: [...announced.workdays.filter(stays), ...workdays].sort(),
  }
}

/**
 * The year whose holidays nobody knows yet although they matter by now: this one, or from 1 November on the next;
 * `null` where there is none.
 * @param calendar the one around `today`, with the plans of staff
 */
export function yearWithoutHolidays(
  { coveredYears }: Pick<HolidayCalendar, 'coveredYears'>,
  today: ShanghaiDay,
): number | null {
  const year = yearOf(today)
  if (!coveredYears.includes(year)) return year
  return monthOf(today) >= MONTH_OF_NOTICE && !coveredYears.includes(year + 1) ? year + 1 : null
}
