import { calendarFile, type CalendarEntry } from '../../../core/domain/activity/calendar-entry'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { saveText } from '../file/save-text'
import type { AddedToCalendar } from './adding'

/** A browser writes into no calendar: it saves a file that the phone's own calendar opens. Needs no network. */
export async function addToCalendar(entry: CalendarEntry, now: Instant): Promise<AddedToCalendar> {
  const text = calendarFile(entry, window.location.hostname, now)
  return (await saveText(`${entry.activityId}.ics`, text, 'text/calendar;charset=utf-8'))
    ? 'downloaded'
    : 'unable'
}

/** No setting of a mini-program stands in the way here. */
export const openCalendarSetting = (): void => undefined
