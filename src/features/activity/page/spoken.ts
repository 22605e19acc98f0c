import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { whenWords } from '../../../text/activity/activities'
import { changeText, standingText } from '../../../text/activity/activities-page'
import { standingOf } from './standing'

/** What the page says of this activity, to be heard: what changed before everything else. */
export function spokenActivity(activity: ActivityPage, now: Instant): readonly string[] {
  const { day, hours } = whenWords(activity, now)
  const change = activity.change === null ? null : changeText(activity.change, activity, now)
  const standing = standingText(standingOf(activity, now), now)
  return [
    activity.title,
    change?.title,
    ...(change?.lines ?? []),
    `${day} ${hours.replace('–', '到')}，${activity.change?.place ?? activity.place}`,
    ...(activity.change?.kind === 'cancelled' ? [] : [standing.text, standing.advice]),
    ...activity.about,
  ].filter((text): text is string => typeof text === 'string' && text !== '')
}
