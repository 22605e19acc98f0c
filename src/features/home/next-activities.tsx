import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { StateBadge } from '../../components/sheets/state-badge'
import { activityRoute, routes } from '../../platform/navigate/routes'
import {
  ALL_ACTIVITIES,
  CHANGE_WORDS,
  dayName,
  NEXT_ACTIVITIES,
  placesWords,
  startClock,
} from '../../text/activity/activities'
import { ActivityRows } from '../activity/list/activity-rows'
import { NO_WISH, narrow } from '../activity/list/narrow'
import { useNow } from '../clock/use-now'
import type { Home } from './use-home'

/** What is on today and in the next days; what has ended since the first screen came is left out. */
export function NextActivities({ home }: { readonly home: Home }) {
  const now = useNow()
  const next = narrow(home.activities, NO_WISH, now)
  if (next.length === 0) return null
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {NEXT_ACTIVITIES}
      </Heading>
      <ActivityRows activities={next} now={now} withDay />
      <Button icon="calendar-days" to={routes.activities}>
        {ALL_ACTIVITIES}
      </Button>
    </View>
  )
}

/** The very next one, in one sentence: 周六 9:00 芦岸市集，不用报名，直接来. */
export function NextActivitySentence({ home }: { readonly home: Home }) {
  const now = useNow()
  const next = narrow(home.activities, NO_WISH, now)[0]
  if (next === undefined) return null
  const lead = `${dayName(parseInstant(next.startsAt), now)} ${startClock(next)} ${next.title}`
  const changed =
    next.change === null || next.change === 'as-planned'
      ? null
      : ({ text: CHANGE_WORDS[next.change], tone: 'closed' } as const)
  const state = changed ?? placesWords(next, now)
  return (
    <Tappable className="tappable" to={activityRoute(next.id)} label={`${lead}，${state?.text ?? ''}`}>
      <Card>
        <View className="sub-title">{lead}</View>
        {state === null ? null : <StateBadge text={state.text} tone={state.tone} />}
      </Card>
    </Tappable>
  )
}
