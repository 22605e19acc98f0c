import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { CalendarEntry } from '../../../../core/domain/activity/calendar-entry'
import { placeNow } from '../../../../core/domain/activity/change'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import { storedOnPhone } from '../../../platform/storage/stored-on-phone'
import { calendarAbout } from '../../../text/activity/calendar'

/** An activity as the phone's calendar takes it now. */
export const entryOf = (activity: ActivityPage, number: string | null): CalendarEntry => ({
  activityId: activity.id,
  title: activity.title,
  startsAt: parseInstant(activity.startsAt),
  endsAt: parseInstant(activity.endsAt),
  place: placeNow(activity.place, activity.change).place,
  about: calendarAbout(number, activity.bring),
  changedAt: activity.change === null ? null : parseInstant(activity.change.at),
})

/** What was put into the calendar, as it was then: no program may read a calendar. */
export interface RecordedEntry {
  readonly activityId: string
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
}

/** Whether when or where is another by now. */
export const isOld = (recorded: RecordedEntry, { startsAt, endsAt, place }: CalendarEntry): boolean =>
  recorded.startsAt !== startsAt || recorded.endsAt !== endsAt || recorded.place !== place

/** With that entry in place of an earlier one; what is over is forgotten. */
export function withEntry(
  recorded: readonly RecordedEntry[],
  { activityId, startsAt, endsAt, place }: CalendarEntry,
  now: Instant,
): readonly RecordedEntry[] {
  const others = recorded.filter((one) => one.activityId !== activityId && one.endsAt > now)
  return [...others, { activityId, startsAt, endsAt, place }]
}

const isRecorded = (found: unknown): found is RecordedEntry => {
  const { activityId, startsAt, endsAt, place } = Object(found) as Partial<
    Record<keyof RecordedEntry, unknown>
  >
  return (
    typeof activityId === 'string' &&
    typeof startsAt === 'number' &&
    typeof endsAt === 'number' &&
    typeof place === 'string'
  )
}

export const recordedEntries = storedOnPhone<readonly RecordedEntry[]>(
  'calendar-1',
  [],
  (found): found is readonly RecordedEntry[] => Array.isArray(found) && found.every(isRecorded),
)
