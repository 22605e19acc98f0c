import { Fragment } from 'react'
import type { ActivitySummary, AnnouncedActivity } from '../../../core/contract/activity/activity-page'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { View } from '../../components/elements/elements'
import { ActivityRow } from '../../components/rows/activity-row'
import { activityRoute, registerRoute } from '../../platform/navigate/routes'
import {
  isCalm,
  dayName,
  endClock,
  placesWords,
  registerFor,
  REGISTER_HERE,
  rowText,
  SAMPLE,
  spokenRow,
  startClock,
  takesRegistrations,
  untilText,
} from '../../text/activity/activities'
import { isMoved } from '../../text/activity/change'
import { isSinglePage } from '../../platform/start/single-page'
import { useCanRegister } from '../registration/can-register'
import { useOwnStates } from '../registration/own-registrations'
import { RingFirst } from './ring-first'

interface ActivityRowsProps {
  /** With all that was announced about them where it came along. */
  readonly activities: readonly (ActivitySummary & Partial<AnnouncedActivity>)[]
  readonly now: Instant
  /** Whether each line says its day itself, because no heading does. */
  readonly withDay?: boolean
}

/** Activities one under the other, each a link to its page. */
export function ActivityRows({ activities, now, withDay = false }: ActivityRowsProps) {
  const own = useOwnStates()
  const canRegister = useCanRegister() === true && !isSinglePage
  const stateOf = (activity: ActivitySummary) =>
    activity.change === 'cancelled' ? null : (own.get(activity.id) ?? placesWords(activity, now))
  return (
    <View className="activity-rows">
      {activities.map((activity) => {
        const text = rowText(activity, now)
        const state = stateOf(activity)
        return (
          <Fragment key={activity.id}>
            <ActivityRow
              label={spokenRow(activity, now, { ...text, state: state?.text ?? null })}
              time={startClock(activity)}
              timeHint={
                withDay ? dayName(parseInstant(activity.startsAt), now) : untilText(endClock(activity))
              }
              title={activity.title}
              place={text.place}
              state={state}
              change={text.change}
              updated={text.updated}
              changeTone={activity.change === null || isCalm(activity.change) ? 'calm' : 'loud'}
              sample={activity.sample && !activity.title.includes(SAMPLE) ? SAMPLE : null}
              to={activityRoute(activity.id)}
              action={
                canRegister && !own.has(activity.id) && takesRegistrations(activity, now)
                  ? {
                      text: REGISTER_HERE,
                      label: registerFor(activity, now),
                      to: registerRoute(activity.id),
                    }
                  : null
              }
            />
            {isMoved(activity.announced) ? (
              <View className="activity-row__ring">
                <RingFirst servicePhone={activity.servicePhone} />
              </View>
            ) : null}
          </Fragment>
        )
      })}
    </View>
  )
}
