import type { ScannedPlace } from '../../../core/contract/check-in/check-in-fields'
import { type Instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { Stamp } from '../../components/pictures/stamp'
import { activityRoute, officeRoute, routes } from '../../platform/navigate/routes'
import {
  cameText,
  CHECKED_IN,
  checkedInText,
  OPENED_PLACE,
  laterText,
  stampDate,
} from '../../text/check-in/scan'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { momentText } from '../../text/time'
import type { CheckedIn, OpenedCode } from './check-in-result'
import { memberName } from './ticks'

interface CheckedInStampProps {
  readonly place: ScannedPlace
  /** The first time of that day. */
  readonly at: Instant
  readonly now: Instant
  readonly repeated: boolean
}

/** The stamp, and the sentence that everybody came for. */
export function CheckedInStamp({ place, at, now, repeated }: CheckedInStampProps) {
  return (
    <View className="stack" ariaRole="alert">
      <Stamp name={place.name} day={stampDate(at)} />
      <Heading level={1} className="title centred by-clause">
        {checkedInText(momentText(at, now), repeated)}
      </Heading>
    </View>
  )
}

interface CheckedInProps {
  readonly checkedIn: CheckedIn
  readonly opened: OpenedCode | null
  readonly now: Instant
}

/** What one scan recorded, and for whom. */
export function CheckedInHere({ checkedIn: { place, visit, activities }, opened, now }: CheckedInProps) {
  return (
    <>
      <CheckedInStamp place={place} at={parseInstant(visit.at)} now={now} repeated={visit.repeated} />
      {activities.map((activity) => (
        <ActivityCame key={activity.activityId} activity={activity} opened={opened} />
      ))}
      {opened === null ? null : <LaterActivities later={opened.later} now={now} />}
      {visit.newStamp ? <Text className="soft centred">{CHECKED_IN.newStampNote}</Text> : null}
      <Button to={routes.passport}>{CHECKED_IN.myStampsButton}</Button>
      <SeePlace place={place} />
    </>
  )
}

export function SeePlace({ place }: { readonly place: ScannedPlace }) {
  return (
    <Button to={place.kind === 'office' ? officeRoute(place.id) : activityRoute(place.id)}>
      {CHECKED_IN.placeButton(place.name)}
    </Button>
  )
}

interface ActivityCameProps {
  readonly activity: CheckedIn['activities'][number]
  readonly opened: OpenedCode | null
}

function ActivityCame({ activity, opened }: ActivityCameProps) {
  const { activityId, title, came, refusal, detail } = activity
  const seated = came.filter(({ doorFlag }) => doorFlag === null)
  const atDoor = came.length - seated.length
  const names = namesOf(seated, opened)
  return (
    <Card ground="warm">
      {seated.length === 0 ? null : (
        <View>
          <Heading level={2} className="section">
            {cameText(seated.length)}
          </Heading>
          {names === '' ? null : <Text>{names}</Text>}
        </View>
      )}
      {atDoor === 0 ? null : <Text>{CHECKED_IN.doorNote(atDoor)}</Text>}
      <Text className="soft">{title}</Text>
      {refusal === null ? null : (
        <>
          <Text>{refusalSentence(refusal, detail)}</Text>
          <Button to={activityRoute(activityId)}>{OPENED_PLACE.seeActivity}</Button>
        </>
      )}
    </Card>
  )
}

/** 我、妈妈; nothing where the names are not known here. */
function namesOf(came: readonly { readonly memberId: string | null }[], opened: OpenedCode | null): string {
  const members = opened?.parties.flatMap((party) => party.members) ?? []
  return members
    .filter(({ memberId }) => came.some((one) => one.memberId === memberId))
    .map(memberName)
    .join('、')
}

interface LaterActivitiesProps {
  readonly later: OpenedCode['later']
  /** When the code was opened. */
  readonly now: Instant
}

/** Who comes too early for what they registered for reads when to scan again; the visit counts all the same. */
export function LaterActivities({ later, now }: LaterActivitiesProps) {
  return (
    <>
      {later.map(({ activityId, title, checkInFrom }) => (
        <Note key={activityId} icon="clock">
          {laterText(title, momentText(parseInstant(checkInFrom), now))}
        </Note>
      ))}
    </>
  )
}
