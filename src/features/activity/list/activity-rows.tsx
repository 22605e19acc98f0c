import type { ActivitySummary } from '../../../../core/contract/activity/activity-page'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import { View } from '../../../components/elements/elements'
import { ActivityRow } from '../../../components/activity-row/activity-row'
import { activityRoute } from '../../../platform/navigate/routes'
import {
  CHANGE_WORDS,
  dayName,
  endClock,
  placesWords,
  SAMPLE,
  spokenRow,
  startClock,
  untilText,
} from '../../../text/activity/activities'

interface ActivityRowsProps {
  readonly activities: readonly ActivitySummary[]
  readonly now: Instant
  /** Whether each line says its day itself, because no heading does. */
  readonly withDay?: boolean
}

/** Activities one under the other, each a link to its page. */
export function ActivityRows({ activities, now, withDay = false }: ActivityRowsProps) {
  return (
    <View className="activity-rows">
      {activities.map((activity) => (
        <ActivityRow
          key={activity.id}
          label={spokenRow(activity, now)}
          time={startClock(activity)}
          timeHint={withDay ? dayName(parseInstant(activity.startsAt), now) : untilText(endClock(activity))}
          title={activity.title}
          place={activity.place}
          state={placesWords(activity, now)}
          change={activity.change === null ? null : CHANGE_WORDS[activity.change]}
          changeTone={activity.change === 'as-planned' ? 'calm' : 'loud'}
          sample={activity.sample && !activity.title.includes(SAMPLE) ? SAMPLE : null}
          to={activityRoute(activity.id)}
        />
      ))}
    </View>
  )
}
