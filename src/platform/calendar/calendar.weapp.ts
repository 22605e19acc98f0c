import Taro from '@tarojs/taro'
import { alarmLead, type CalendarEntry } from '../../../core/domain/activity/calendar-entry'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { privacyAgreed } from '../location/privacy'
import type { AddedToCalendar } from './adding'

const SECOND = 1000

/** Never asks WeChat before the resident has agreed to the privacy rules; WeChat asks for its own permission then. */
export async function addToCalendar(entry: CalendarEntry, now: Instant): Promise<AddedToCalendar> {
  const { title, startsAt, endsAt, place, about } = entry
  // Since base library 2.15.0; Windows and Mac have none.
  if (!Taro.canIUse('addPhoneCalendar')) return 'unable'
  if (!(await privacyAgreed())) return 'privacy'
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: Math.floor(startsAt / SECOND),
      endTime: String(Math.floor(endsAt / SECOND)),
      location: place,
      description: about,
      alarm: true,
      alarmOffset: Math.floor(alarmLead(startsAt, now) / SECOND),
    })
    return 'saved'
  } catch (failure) {
    return reasonOf(failure)
  }
}

/** WeChat says no with `{errMsg}`; anything else is a fault of ours and goes on to be seen. */
function reasonOf(failure: unknown): AddedToCalendar {
  const message = (failure as { errMsg?: unknown })?.errMsg
  if (typeof message !== 'string') throw failure
  if (message.includes('cancel')) return 'cancelled'
  return /auth|deny|denied|privacy|permission/i.test(message) ? 'denied' : 'unable'
}

/** WeChat's own page of what this mini-program may do. */
export function openCalendarSetting(): void {
  void Taro.openSetting({})
}
