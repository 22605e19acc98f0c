import type { DoorDay } from '../../../../core/contract/check-in/door'
import { ActivityRow } from '../../../components/activity-row/activity-row'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Empty } from '../../../components/screen/screen'
import { doorRoute } from '../../../platform/navigate/routes'
import { endClock, startClock, untilText } from '../../../text/activity/activities'
import { comeLine, DOOR } from '../../../text/door/door'
import '../door.scss'
import { OlderAnswers } from './older-answers'
import { VisitsToday } from './visits-today'

interface ChooseDoorProps {
  readonly day: DoorDay
  readonly theme: 'light' | 'dark'
  readonly onChanged: () => void
}

/** Today's doors: one's own office's, or all of the 街道's. */
export function ChooseDoor({ day, theme, onChanged }: ChooseDoorProps) {
  const { office, visits } = day
  return (
    <>
      <OlderAnswers today={day.activities.map(({ activityId }) => activityId)} />
      <TodaysDoors day={day} theme={theme} />
      {office === null ? null : <VisitsToday officeId={office.id} visits={visits} onUndone={onChanged} />}
    </>
  )
}

function TodaysDoors({ day: { office, activities }, theme }: Omit<ChooseDoorProps, 'onChanged'>) {
  if (activities.length === 0)
    return <Empty title={DOOR.nothingToday} advice={DOOR.nothingAdvice} theme={theme} />
  return (
    <>
      <View>
        <Heading level={1} className="title">
          {DOOR.chooseTitle}
        </Heading>
        {office === null ? null : <Text className="soft">{office.name}</Text>}
      </View>
      <View className="activity-rows">
        {activities.map((activity) => (
          <DoorOf key={activity.activityId} activity={activity} />
        ))}
      </View>
    </>
  )
}

function DoorOf({ activity }: { readonly activity: DoorDay['activities'][number] }) {
  const { activityId, title, place, counts } = activity
  const come = comeLine(counts)
  return (
    <ActivityRow
      time={startClock(activity)}
      timeHint={untilText(endClock(activity))}
      label={[startClock(activity), title, place, come].join('，')}
      title={title}
      place={place}
      state={{ text: come, tone: 'open' }}
      change={null}
      changeTone="calm"
      sample={null}
      to={doorRoute(activityId)}
    />
  )
}
