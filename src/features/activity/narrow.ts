import type { ActivitySummary } from '../../../core/contract/activity/activity-page'
import type { Input } from '../../../core/contract'
import { fallsInto, spanOf } from '../../../core/domain/activity/listing'
import { parseInstant, shanghaiDay, type Instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'

export type ActivityFilter = Omit<Input<'activity.list'>, 'version'>

export const NO_FILTER: ActivityFilter = { span: null, place: null, topic: null, age: null, hasPlaces: false }

export const isUnfiltered = (filter: ActivityFilter): boolean =>
  JSON.stringify(filter) === JSON.stringify(NO_FILTER)

/**
 * What of a list the resident wants to see, by the rules of the backend, so that chips answer at once and
 * without a network. Only ages stand in no line of the list. What has ended since the list came falls out.
 */
export function narrow<Summary extends ActivitySummary>(
  activities: readonly Summary[],
  { span, place, topic, hasPlaces }: ActivityFilter,
  now: Instant,
): readonly Summary[] {
  const within = span === null ? null : spanOf(span, now)
  return activities.filter((activity) => {
    const times = { startsAt: parseInstant(activity.startsAt), endsAt: parseInstant(activity.endsAt) }
    return (
      (times.endsAt > now || isShownToday(activity, now)) &&
      (within === null || fallsInto(times, within)) &&
      (place === null || activity.place === place) &&
      (topic === null || activity.topic === topic) &&
      (!hasPlaces || hasRoom(activity))
    )
  })
}

/** The server leaves out what ended early once it would have ended; until then it is said. */
const isShownToday = ({ change, endsAt }: ActivitySummary, now: Instant): boolean =>
  change === 'ended-early' && shanghaiDay(parseInstant(endsAt)) === shanghaiDay(now)

const hasRoom = ({ free, change }: ActivitySummary): boolean =>
  change !== 'cancelled' && change !== 'ended-early' && (free === null || free > 0)

interface Day {
  readonly day: ShanghaiDay
  readonly activities: readonly ActivitySummary[]
}

/** Day by day; what began earlier and still runs stands under today. */
export function byDay(activities: readonly ActivitySummary[], now: Instant): readonly Day[] {
  const today = shanghaiDay(now)
  return activities.reduce<readonly Day[]>((days, activity) => {
    const start = shanghaiDay(parseInstant(activity.startsAt))
    const day = start < today ? today : start
    const last = days[days.length - 1]
    if (last?.day !== day) return [...days, { day, activities: [activity] }]
    return [...days.slice(0, -1), { day, activities: [...last.activities, activity] }]
  }, [])
}
