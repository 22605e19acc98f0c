import { useState } from 'react'
import type { CheckInDay } from '../../../core/contract/check-in/check-in-desk'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { SettledEntry } from '../../api/outbox/outbox'
import { outbox, useOutbox } from '../../api/outbox/device-outbox'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { ActivityRow } from '../../components/rows/activity-row'
import { Empty } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { ListRow, ListRows } from '../../components/rows/list-row'
import { doorRoute } from '../../platform/navigate/routes'
import { endClock, startClock, untilText } from '../../text/activity/activities'
import { REFUSED_LATER } from '../../text/check-in/last-result'
import { UNDO } from '../../text/check-in/arrivals'
import { comeLine, DESK_PAGE, VISITS } from '../../text/check-in/desk'
import { FIND_PARTY } from '../../text/check-in/find-party'
import { momentText } from '../../text/time'
import { useMutation } from '../../api/mutation'
import { fromPhone, now } from '../../api/clock'
import { ReasonForm } from '../staff/reason-form'
import { refusalText } from './check-in-mutations'
import './check-in-screen.scss'

interface TodayScreenProps {
  readonly day: CheckInDay
  readonly theme: 'light' | 'dark'
  readonly onChanged: () => void
}

/** Today's activities: one's own office's, or all of the 街道's. */
export function TodayScreen({ day, theme, onChanged }: TodayScreenProps) {
  const { office, visits } = day
  return (
    <>
      <OlderAnswers today={day.activities.map(({ activityId }) => activityId)} />
      <TodaysActivities day={day} theme={theme} />
      {office === null ? null : <VisitsToday officeId={office.id} visits={visits} onUndone={onChanged} />}
    </>
  )
}

function TodaysActivities({ day: { office, activities }, theme }: Omit<TodayScreenProps, 'onChanged'>) {
  if (activities.length === 0)
    return <Empty title={DESK_PAGE.nothingToday} advice={DESK_PAGE.nothingAdvice} theme={theme} />
  return (
    <>
      <View>
        <Heading level={1} className="title">
          {DESK_PAGE.chooseTitle}
        </Heading>
        {office === null ? null : <Text className="soft">{office.name}</Text>}
      </View>
      <View className="activity-rows">
        {activities.map((activity) => (
          <ActivityOfToday key={activity.activityId} activity={activity} />
        ))}
      </View>
    </>
  )
}

function ActivityOfToday({ activity }: { readonly activity: CheckInDay['activities'][number] }) {
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

const FIRST_VISITS = 5

interface VisitsTodayProps {
  readonly officeId: string
  readonly visits: CheckInDay['visits']
  readonly onUndone: () => void
}

/** Who came to one's own office today, the last first; a tap on one asks whether it is to be taken back. */
export function VisitsToday({ officeId, visits, onUndone }: VisitsTodayProps) {
  const [undoing, setUndoing] = useState<CheckInDay['visits'][number] | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const { state, send, forget } = useMutation('door.undoVisit')
  if (visits.length === 0) return null
  const keep = () => {
    forget()
    setUndoing(null)
  }
  const undo = async (visitId: string, reason: string) => {
    if ((await send({ officeId, visitId, reason }))?.kind !== 'done') return
    keep()
    onUndone()
  }
  if (undoing !== null)
    return (
      <>
        <ReasonForm
          title={VISITS.undo(nameOf(undoing))}
          why={VISITS.why}
          state={state}
          onReason={(reason) => void undo(undoing.visitId, reason)}
        />
        <Button onTap={keep}>{UNDO.keep}</Button>
      </>
    )
  return (
    <>
      <Heading level={2} className="section">
        {VISITS.title(visits.length)}
      </Heading>
      <ListRows>
        {visits.slice(0, showsAll ? visits.length : FIRST_VISITS).map((visit) => {
          const when = momentText(parseInstant(visit.at), now())
          return (
            <ListRow
              key={visit.visitId}
              title={nameOf(visit)}
              lines={[when]}
              label={`${nameOf(visit)}，${when}，${UNDO.undo}`}
              action={UNDO.undo}
              onTap={() => setUndoing(visit)}
            />
          )
        })}
      </ListRows>
      {showsAll || visits.length <= FIRST_VISITS ? null : (
        <Button onTap={() => setShowsAll(true)}>{VISITS.all(visits.length)}</Button>
      )}
    </>
  )
}

const nameOf = ({ name }: CheckInDay['visits'][number]): string => name ?? FIND_PARTY.unnamed

/**
 * What was done at activities that are not today's, and was not recorded when it was sent at last: nobody opens
 * those again, so it is said here. Read once, then gone.
 */
export function OlderAnswers({ today }: { readonly today: readonly string[] }) {
  const refused = useOutbox().settled.flatMap((one) => (isOf(one, today) ? [] : lineOf(one)))
  if (refused.length === 0) return null
  return (
    <Card title={REFUSED_LATER.title} ground="warm">
      {refused.map(({ key, line }) => (
        <Text key={key}>{line}</Text>
      ))}
      <Button onTap={() => refused.forEach(({ key }) => outbox.acknowledge(key))}>
        {REFUSED_LATER.acknowledge}
      </Button>
    </Card>
  )
}

const isOf = (one: SettledEntry, today: readonly string[]): boolean =>
  one.kind === 'settled' && today.some((activityId) => activityId === one.input['activityId'])

function lineOf(one: SettledEntry): readonly { readonly key: string; readonly line: string }[] {
  if (one.kind === 'damaged' || !one.endpoint.startsWith('door.') || one.result.kind === 'done') return []
  const { key, about, happenedAt, result } = one
  const when = momentText(fromPhone(happenedAt), now())
  const what = about === null ? when : `${when} ${about}`
  return [{ key, line: REFUSED_LATER.line(what, refusalText(result, null)) }]
}
