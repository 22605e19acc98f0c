import type { ActivitySummary } from '../../../../core/contract/activity/activity-page'
import type { Input } from '../../../../core/contract'
import { fallsInto, spanOf } from '../../../../core/domain/activity/listing'
import {
  parseInstant,
  shanghaiDay,
  type Instant,
  type ShanghaiDay,
} from '../../../../core/kernel/shanghai-time'

export type ActivityWish = Input<'activity.list'>

export const NO_WISH: ActivityWish = { span: null, place: null, topic: null, age: null, hasPlaces: false }

export const isNoWish = (wish: ActivityWish): boolean => JSON.stringify(wish) === JSON.stringify(NO_WISH)

/**
 * What of a list the resident wants to see, by the rules of the backend, so that chips answer at once and
 * without a network. Only ages stand in no line of the list. What has ended since the list came falls out.
 */
export function narrow(
  activities: readonly ActivitySummary[],
  { span, place, topic, hasPlaces }: ActivityWish,
  now: Instant,
): readonly ActivitySummary[] {
  const within = span === null ? null : spanOf(span, now)
  return activities.filter((activity) => {
    const times = { startsAt: parseInstant(activity.startsAt), endsAt: parseInstant(activity.endsAt) }
    return (
      times.endsAt > now &&
      (within === null || fallsInto(times, within)) &&
      (place === null || activity.place === place) &&
      (topic === null || activity.topic === topic) &&
      (!hasPlaces || hasRoom(activity))
    )
  })
}

const hasRoom = ({ free, change }: ActivitySummary): boolean =>
  change !== 'cancelled' && (free === null || free > 0)

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
