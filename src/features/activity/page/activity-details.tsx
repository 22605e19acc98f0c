import { useState, type ReactNode } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { placeNow } from '../../../../core/domain/activity/change'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Heading, View } from '../../../components/elements/elements'
import { NavRow, NavRows } from '../../../components/rows/nav-row'
import { Card } from '../../../components/sheets/card'
import { TrustLine } from '../../../components/sheets/trust-line'
import { posterRoute, routes } from '../../../platform/navigate/routes'
import { whenWords } from '../../../text/activity/activities'
import { ACTIVITY, changeText, joiningStateText } from '../../../text/activity/activity'
import { trustLine } from '../../../text/office/office'
import { useNow } from '../../../api/clock'
import { useDisplay } from '../../display/display-provider'
import { ReadPage } from '../../read-aloud/read-page'
import { ActivityFacts, ActivityTitle } from './activity-head'
import { sectionsOf, type Section } from './activity-sections'
import { joiningStateOf } from './joining-state'
import type { ShownActivity } from './use-activity'

interface DetailsProps {
  readonly shown: ShownActivity
  /** The page's one step, where it stands beside the words and not at the bottom. */
  readonly step?: ReactNode
}

export function ActivityDetails({ shown, step = null }: DetailsProps) {
  const now = useNow()
  const { edition } = useDisplay()
  const sections = sectionsOf(shown, now)
  return edition === 'elder' ? (
    <OneThingAtATime shown={shown} sections={sections} />
  ) : (
    <View className="columns">
      <View className="columns__first">
        <ActivityTitle shown={shown} now={now} />
      </View>
      <View className="columns__second">
        <ActivityFacts shown={shown} now={now} />
        {step}
      </View>
      <View className="columns__rest">
        {shown.unwritten ? null : <ReadPage paragraphs={spokenActivity(shown.activity, now)} />}
        {sections.map(({ id, title, body }) => (
          <Card key={id} title={title}>
            {body}
          </Card>
        ))}
        <Further shown={shown} />
      </View>
    </View>
  )
}

interface OneThingProps {
  readonly shown: ShownActivity
  readonly sections: readonly Section[]
}

/** The elder edition: what, when, where; everything else on a screen of its own, one tap away. */
function OneThingAtATime({ shown, sections }: OneThingProps) {
  const now = useNow()
  const [openId, setOpenId] = useState<string | null>(null)
  const open = sections.find(({ id }) => id === openId)
  if (open !== undefined) {
    return (
      <>
        <Heading level={1} className="title">
          {open.title}
        </Heading>
        <Card>{open.body}</Card>
        <Button icon="chevron-left" onTap={() => setOpenId(null)}>
          {ACTIVITY.lessButton}
        </Button>
      </>
    )
  }
  return (
    <>
      <ActivityTitle shown={shown} now={now} />
      <ActivityFacts shown={shown} now={now} />
      {shown.unwritten ? null : <ReadPage paragraphs={spokenActivity(shown.activity, now)} />}
      <View className="stack">
        <Heading level={2} className="section">
          {ACTIVITY.moreButton}
        </Heading>
        <NavRows>
          {sections.map(({ id, icon, title }) => (
            <NavRow key={id} icon={icon} title={title} onTap={() => setOpenId(id)} />
          ))}
        </NavRows>
      </View>
      <Further shown={shown} />
    </>
  )
}

/** Ways on that belong to no part of the page, and who runs this. */
function Further({ shown: { activity, home, own } }: { readonly shown: ShownActivity }) {
  return (
    <>
      <ButtonRow>
        {activity.status === 'withdrawn' ? null : (
          <Button to={posterRoute(activity.id)}>{ACTIVITY.posterButton}</Button>
        )}
        {activity.terms === null || own !== null ? null : (
          <Button to={routes.registrations}>{ACTIVITY.alreadyRegisteredButton}</Button>
        )}
      </ButtonRow>
      {home === null ? null : <TrustLine text={trustLine(home.subdistrict)} />}
    </>
  )
}

/** What the page says of this activity, to be heard: what changed before everything else. */
function spokenActivity(activity: ActivityPage, now: Instant): readonly string[] {
  const { day, hours } = whenWords(activity, now)
  const change = activity.change === null ? null : changeText(activity.change, activity, now)
  const joining = joiningStateText(joiningStateOf(activity, now), now)
  return [
    activity.title,
    change?.title,
    ...(change?.lines ?? []),
    `${day} ${hours.replace('–', '到')}，${placeNow(activity.place, activity.change).place}`,
    ...(activity.change?.kind === 'cancelled' ? [] : [joining.text, joining.advice]),
    ...activity.about,
  ].filter((text): text is string => typeof text === 'string' && text !== '')
}
