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
import { ACTIVITY, changeText, joiningStateText, ownText } from '../../../text/activity/activity'
import { isMoved } from '../../../text/activity/change'
import { RingFirst } from '../ring-first'
import { walkButton } from './next-step'
import { joiningStateOf } from './joining-state'
import type { ShownActivity } from './use-activity'
import './activity-head.scss'

interface HeadProps {
  readonly shown: ShownActivity
  readonly now: Instant
}

/** What it is, and what changed. */
export function ActivityTitle({ shown, now }: HeadProps) {
  const { activity } = shown
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {activity.title}
        </Heading>
        {activity.sample ? <Note quiet>{ACTIVITY.sampleNote}</Note> : null}
      </View>
      <ChangeCard shown={shown} now={now} />
    </>
  )
}

/** When, where, and whether one gets in: with the title all that most readers came for. */
export function ActivityFacts({ shown, now }: HeadProps) {
  const { day, hours } = whenWords(shown.activity, now)
  return (
    <>
      <Card>
        <FactRow icon="calendar-days">
          <View>
            <Text className="activity-when">{day}</Text> <Text className="activity-when">{hours}</Text>
          </View>
        </FactRow>
        <Where shown={shown} />
      </Card>
      <JoiningStateCard shown={shown} now={now} />
    </>
  )
}

/** Whether one gets in; a cancelled activity has said so above. */
function JoiningStateCard({ shown: { activity, own }, now }: HeadProps) {
  if (activity.change?.kind === 'cancelled') return null
  const { text, advice, tone } = joiningStateText(joiningStateOf(activity, now), now)
  return (
    <Card ground={own === null ? 'plain' : 'warm'}>
      {own === null ? null : <Text className="activity-when">{ownText(own)}</Text>}
      <StateBadge text={text} tone={tone} />
      {advice === null ? null : <Text className="soft">{advice}</Text>}
      {activity.partOf === null ? null : (
        <Button icon="store" to={activityRoute(activity.partOf)}>
          {ACTIVITY.marketButton}
        </Button>
      )}
    </Card>
  )
}

function ChangeCard({ shown: { activity }, now }: HeadProps) {
  if (activity.change === null) return null
  const { title, lines, loud } = changeText(activity.change, activity, now)
  return (
    <View className={loud ? 'change-card change-card--loud' : 'change-card'} ariaRole="alert">
      <Heading level={2} className="section">
        {title}
      </Heading>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {isMoved(activity.change) ? <RingFirst servicePhone={activity.amenities.servicePhone} /> : null}
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
          <Tag text={office.name} to={officeRoute(office.id)} />
        </Tags>
      )}
      {activity.terms === null ? null : walkButton(shown, 'secondary')}
    </>
  )
}
