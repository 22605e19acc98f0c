import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { StateBadge } from '../../components/sheets/state-badge'
import { activityRoute, routes } from '../../platform/navigate/routes'
import {
  ALL_ACTIVITIES,
  isCalm,
  dayName,
  NEXT_ACTIVITIES,
  placesWords,
  rowText,
  startClock,
} from '../../text/activity/activities'
import { isMoved } from '../../text/activity/change'
import { ActivityRows } from '../activity/activity-rows'
import { NO_FILTER, narrow } from '../activity/narrow'
import { RingFirst } from '../activity/ring-first'
import { useNow } from '../../api/clock'
import type { Home } from '../page/use-home'

/** What is on today and in the next days; what has ended since the first screen came is left out. */
export function NextActivities({ home }: { readonly home: Home }) {
  const now = useNow()
  const next = narrow(home.activities, NO_FILTER, now)
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

/** The very next one, and what is to be said of it: 周六 9:00 芦岸市集 · 不用报名，直接来. */
export function nextActivityOf({ activities }: Home, now: Instant) {
  const next = narrow(activities, NO_FILTER, now)[0]
  if (next === undefined) return null
  const lead = `${dayName(parseInstant(next.startsAt), now)} ${startClock(next)} ${next.title}`
  const { change, updated } = rowText(next, now)
  const changed =
    change === null || next.change === null || isCalm(next.change)
      ? null
      : ({ text: change, tone: 'closed' } as const)
  return {
    next,
    lead,
    state: changed ?? placesWords(next, now),
    updated: changed === null ? null : updated,
  }
}

/** It in one sentence, which leads there. */
export function NextActivitySentence({ home }: { readonly home: Home }) {
  const found = nextActivityOf(home, useNow())
  if (found === null) return null
  const { next, lead, state, updated } = found
  return (
    <>
      <Tappable
        className="tappable"
        to={activityRoute(next.id)}
        label={[lead, state?.text, updated].filter(Boolean).join('，')}
      >
        <Card>
          <View className="sub-title">{lead}</View>
          {state === null ? null : <StateBadge text={state.text} tone={state.tone} />}
          {updated === null ? null : <View className="soft">{updated}</View>}
        </Card>
      </Tappable>
      {isMoved(next.announced) ? <RingFirst servicePhone={next.servicePhone} /> : null}
    </>
  )
}
