import { Fragment } from 'react'
import { placeNow } from '../../../../core/domain/activity/change'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Tag, Tags } from '../../../components/controls/tag'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { FactRow } from '../../../components/sheets/fact-row'
import { Note } from '../../../components/sheets/note'
import { StateBadge } from '../../../components/sheets/state-badge'
import { activityRoute, officeRoute } from '../../../platform/navigate/routes'
import { whenWords } from '../../../text/activity/activities'
import { ACTIVITY, joiningStateText, ownText } from '../../../text/activity/activity'
import { useDisplay } from '../../display/display-provider'
import { ActivityScene } from './activity-scene'
import { CalendarPart } from './calendar-part'
import { ChangeCard } from './change-card'
import { walkButton } from './next-step'
import { joiningStateOf } from './joining-state'
import { ShareActivity } from './share-activity'
import type { ShownActivity } from './use-activity'
import './activity-head.scss'

interface HeadProps {
  readonly shown: ShownActivity
  readonly now: Instant
}

/** What it looks like, what it is, and what changed. */
export function ActivityTitle({ shown, now }: HeadProps) {
  const { activity } = shown
  const { theme } = useDisplay()
  return (
    <>
      <ActivityScene activity={activity} theme={theme} />
      <View className="stack">
        <Heading level={1} className="title">
          {activity.title}
        </Heading>
        {activity.sample ? <Note quiet>{ACTIVITY.sampleNote}</Note> : null}
      </View>
      <ChangeCard activity={activity} servicePhone={activity.amenities.servicePhone} now={now} />
    </>
  )
}

/** When, where, and whether one gets in: with the title all that most readers came for. */
export function ActivityFacts({ shown, now }: HeadProps) {
  const { day, hours } = whenWords(shown.activity, now)
  const { unwritten } = shown
  return (
    <Card>
      <FactRow icon="calendar-days">
        <View>
          {(unwritten?.when ? [unwritten.when] : [...day.split(' '), hours]).map((part) => (
            <Fragment key={part}>
              <Text className="activity-when">{part}</Text>{' '}
            </Fragment>
          ))}
        </View>
      </FactRow>
      <Where shown={shown} />
      {unwritten === undefined ? <JoiningPart shown={shown} now={now} /> : null}
      {unwritten?.seats ? <Text className="activity-state">{unwritten.seats}</Text> : null}
      <View className="button-row activity-acts">
        <CalendarPart activity={shown.activity} number={ownNumber(shown)} now={now} />
        <ShareActivity activity={shown.activity} />
      </View>
    </Card>
  )
}

/** A place on the wait-list has no number to come with. */
const ownNumber = ({ own }: ShownActivity): string | null =>
  own !== null && own.headline === 'confirmed' ? own.number : null

/** Whether one gets in; a cancelled activity has said so above. */
function JoiningPart({ shown: { activity, own }, now }: HeadProps) {
  if (activity.change?.kind === 'cancelled') return null
  const { text, advice, tone } = joiningStateText(joiningStateOf(activity, now), now)
  return (
    <View className="activity-state">
      {own === null ? null : <Text className="activity-when">{ownText(own)}</Text>}
      <StateBadge text={text} tone={tone} />
      {advice === null ? null : <Text className="soft">{advice}</Text>}
      {activity.partOf === null ? null : (
        <Button icon="store" to={activityRoute(activity.partOf)}>
          {ACTIVITY.marketButton}
        </Button>
      )}
    </View>
  )
}

/** Where to go; where it takes registrations the way there is not what the page's one button is for. */
function Where({ shown }: Pick<HeadProps, 'shown'>) {
  const { activity, office } = shown
  const { place, former } = placeNow(activity.place, activity.change)
  const hint = office?.landmark ?? office?.address
  return (
    <>
      <FactRow icon="map-pin">
        <Text className="activity-where">{place}</Text>
        {former === null ? null : <Text className="soft former">{former}</Text>}
        {former !== null || hint === undefined || hint === null ? null : <Text className="soft">{hint}</Text>}
      </FactRow>
      {office === null || former !== null ? null : (
        <Tags>
          <Tag text={place === office.name ? ACTIVITY.seePlace : office.name} to={officeRoute(office.id)} />
        </Tags>
      )}
      {activity.terms === null ? null : walkButton(shown, 'secondary')}
    </>
  )
}
