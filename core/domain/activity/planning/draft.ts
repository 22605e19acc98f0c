import { accept, refuse, type Result } from '../../../kernel/result'
import { addDays, instantAt, weekday, type Instant, type ShanghaiDay } from '../../../kernel/shanghai-time'
import type { HolidayCalendar } from '../../office/calendar'
import type { OpeningZone } from '../../office/office'
import { intervalsOn } from '../../office/opening'
import type { OpenActivity, RegisteredActivity } from '../activity'
import type { Question } from '../entry/questions'
import type { RuleSettings } from '../rule-settings'
import { decidePlan, type PlanRefusal } from './plan'
import { datesOf } from './series'

/** So many days before a date, at a minute of the Shanghai day. */
export interface Before {
  readonly days: number
  readonly minute: number
}

/** When a draft takes place, as far as it was written; `string` days are those of the form. */
export interface DraftTimes {
  readonly day: string | null
  /** Minutes of the Shanghai day `[startMinute, endMinute)`. */
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly weekly: {
    readonly everyWeeks: number
    /** The last day that may be one, inclusive. */
    readonly until: string | null
    readonly dropped: readonly string[]
    readonly moved: readonly { readonly from: string; readonly to: string }[]
  } | null
  readonly opens: Before | null
  readonly closes: Before | null
}

interface Seats {
  readonly capacity: number | null
  readonly minAge: number | null
  readonly maxAge: number | null
}

export interface DraftWorkshop extends Seats {
  readonly title: string
  readonly place: string
  readonly startMinute: number | null
  readonly endMinute: number | null
}

export interface DraftPlan extends DraftTimes, Seats {
  readonly kind: 'registered' | 'open'
  readonly title: string
  readonly place: string
  readonly waitlistLimit: number
  readonly coolDown: boolean
  readonly compoundIds: readonly string[]
  readonly neighbourhoodIds: readonly string[]
  readonly questions: readonly Question[]
  readonly workshops: readonly DraftWorkshop[]
  readonly photo: { readonly alt: string } | null
}

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** One date of a draft. `key` is the day by the rhythm of the series, `day` the one to which it may have been moved. */
export interface DraftDate extends Span {
  readonly key: ShanghaiDay
  readonly day: ShanghaiDay
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
}

export type Missing =
  'title' | 'place' | 'day' | 'startMinute' | 'endMinute' | 'until' | 'capacity' | 'workshops' | 'photo'

/** More than a year of weeks is a slip of the keyboard. */
const LONGEST_SERIES = 60

/** The dates of a draft in order, those that were dropped left out; none while day or times are missing. */
export function draftDates(draft: DraftTimes): readonly DraftDate[] {
  const { day, startMinute, endMinute, weekly, opens, closes } = draft
  if (day === null || startMinute === null || endMinute === null) return []
  if (weekly !== null && weekly.until === null) return []
  const keys =
    weekly === null
      ? [day as ShanghaiDay]
      : datesOf({
          weekday: weekday(day as ShanghaiDay),
          everyWeeks: weekly.everyWeeks,
          from: day as ShanghaiDay,
          until: addDays(weekly.until as ShanghaiDay, 1),
          startMinute,
          endMinute,
          without: weekly.dropped as readonly ShanghaiDay[],
        }).map((date) => date.day)
  const moved = new Map(weekly?.moved.map(({ from, to }) => [from, to]) ?? [])
  return keys.map((key) => {
    const on = (moved.get(key) ?? key) as ShanghaiDay
    const early = (before: Before | null) =>
      before === null ? null : instantAt(addDays(on, -before.days), before.minute)
    return {
      key,
      day: on,
      startsAt: instantAt(on, startMinute),
      endsAt: instantAt(on, endMinute),
      opensAt: early(opens),
      closesAt: early(closes),
    }
  })
}

/** What has to be there before a second person looks at it, in the order of the form. */
export function missingOf(draft: DraftPlan): readonly Missing[] {
  const wanted: readonly (readonly [Missing, boolean])[] = [
    ['title', draft.title === ''],
    ['day', draft.day === null],
    ['startMinute', draft.startMinute === null],
    ['endMinute', draft.endMinute === null],
    ['until', draft.weekly !== null && draft.weekly.until === null],
    ['place', draft.place === ''],
    ['capacity', draft.kind === 'registered' && draft.capacity === null],
    ['photo', draft.photo !== null && draft.photo.alt === ''],
    ['workshops', draft.workshops.some((one) => !isWhole(one))],
  ]
  return wanted.filter(([, isMissing]) => isMissing).map(([name]) => name)
}

const isWhole = ({ title, startMinute, endMinute, capacity }: DraftWorkshop): boolean =>
  title !== '' && startMinute !== null && endMinute !== null && capacity !== null

export interface PlannedDate extends DraftDate {
  /** In the order of the draft. */
  readonly workshops: readonly Span[]
}

/**
 * What a draft becomes as far as it is written: its first date, also of a series whose last day is not written yet, and
 * the workshops that are whole. Nothing is judged. `date` is `null` while day or times are missing, or where every date
 * was dropped.
 */
export function planSoFar<Draft extends DraftPlan>(
  draft: Draft,
): { readonly draft: Draft; readonly date: PlannedDate | null } {
  const workshops = draft.kind === 'open' ? draft.workshops.filter(isWhole) : []
  const { weekly, day } = draft
  const [date] = draftDates({ ...draft, weekly: weekly && { ...weekly, until: weekly.until ?? day } })
  return {
    draft: { ...draft, workshops },
    date: date === undefined ? null : { ...date, workshops: workshops.map((one) => spanOf(one, date.day)) },
  }
}

/**
 * May a draft be handed in, and what does it become? Nothing missing, at most 60 dates, all still to come, and each
 * date and workshop within the rules of `decidePlan`.
 */
export function decideHandingIn(
  draft: DraftPlan,
  rules: RuleSettings,
  now: Instant,
): Result<readonly PlannedDate[], PlanRefusal | 'draft_incomplete' | 'series_too_long' | 'day_past'> {
  const missing = missingOf(draft)
  if (missing.length > 0) return refuse('draft_incomplete', { missing })
  if ((draft.endMinute ?? 0) <= (draft.startMinute ?? 0)) return refuse('ends_before_start')
  const dates = draftDates(draft)
  if (dates.length === 0 || dates.length > LONGEST_SERIES)
    return refuse('series_too_long', { max: LONGEST_SERIES })
  if (dates.some(({ startsAt }) => startsAt <= now)) return refuse('day_past')
  const planned: PlannedDate[] = []
  for (const date of dates) {
    const activity = plannedActivity(draft, date)
    const decision = decidePlan(activity, null, rules)
    if (!decision.ok) return decision
    const workshops = draft.kind === 'open' ? draft.workshops.map((one) => spanOf(one, date.day)) : []
    for (const [index, span] of workshops.entries()) {
      const part = plannedWorkshop(draft, index, span)
      const within = decidePlan(part, activity.kind === 'open' ? activity : null, rules)
      if (!within.ok) return within
    }
    planned.push({ ...date, workshops })
  }
  return accept(planned)
}

const spanOf = ({ startMinute, endMinute }: DraftWorkshop, day: ShanghaiDay): Span => ({
  startsAt: instantAt(day, startMinute ?? 0),
  endsAt: instantAt(day, endMinute ?? 0),
})

function plannedActivity(draft: DraftPlan, date: DraftDate): OpenActivity | RegisteredActivity {
  const { key: id, startsAt, endsAt, opensAt, closesAt } = date
  if (draft.kind === 'open') return { id, status: 'draft', kind: 'open', startsAt, endsAt }
  const { minAge, maxAge, compoundIds, neighbourhoodIds, questions, waitlistLimit, coolDown } = draft
  return {
    id,
    status: 'draft',
    kind: 'registered',
    startsAt,
    endsAt,
    capacity: draft.capacity ?? 0,
    opensAt,
    closesAt,
    audience: { minAge, maxAge, compoundIds, neighbourhoodIds },
    questions,
    waitlistLimit,
    coolDown,
  }
}

function plannedWorkshop(draft: DraftPlan, index: number, span: Span): RegisteredActivity {
  const { capacity = 0, minAge = null, maxAge = null } = draft.workshops[index] ?? {}
  return {
    id: `workshop-${index}`,
    status: 'draft',
    kind: 'workshop',
    ...span,
    capacity: capacity ?? 0,
    opensAt: null,
    closesAt: null,
    audience: { minAge, maxAge, compoundIds: [], neighbourhoodIds: [] },
    questions: [],
    waitlistLimit: draft.waitlistLimit,
    coolDown: false,
  }
}

/** What speaks against a date, or for looking twice. */
export interface DateNotes {
  readonly day: ShanghaiDay
  readonly isHoliday: boolean
  /** 调休: a Saturday or Sunday on which people work. */
  readonly isWorkday: boolean
  /** False where the year's holidays are not announced yet. */
  readonly isAnnounced: boolean
  /** Whether the office is open all the while; `unknown` without an office, or where its hours were never verified. */
  readonly office: 'open' | 'closed' | 'unknown'
  /** What else takes place there at that time. */
  readonly taken: readonly { readonly title: string; readonly startMinute: number }[]
}

/** Calendar and hours of one date, `[startMinute, endMinute)`. */
export function notesOn(
  { day, startMinute, endMinute }: { day: ShanghaiDay; startMinute: number; endMinute: number },
  zone: OpeningZone | null,
  calendar: HolidayCalendar,
): Omit<DateNotes, 'taken'> {
  const isKnown =
    zone !== null &&
    (zone.alwaysOpen || zone.weekly !== null || zone.exceptions.some((one) => one.day === day))
  const isOpen =
    isKnown && intervalsOn(zone, calendar, day).some(([from, to]) => from <= startMinute && endMinute <= to)
  return {
    day,
    isHoliday: calendar.holidays.includes(day),
    isWorkday: calendar.workdays.includes(day),
    isAnnounced: calendar.coveredYears.includes(Number(day.slice(0, 4))),
    office: !isKnown ? 'unknown' : isOpen ? 'open' : 'closed',
  }
}
