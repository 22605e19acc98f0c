import type { ActivitySummary } from '../../../../core/contract/activity/activity-page'
import { shanghaiDay, type Instant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { NavRow, NavRows } from '../../../components/rows/nav-row'
import { Heading, View } from '../../../components/elements/elements'
import { Empty, Screen } from '../../../components/screen/screen'
import { routes } from '../../../platform/navigate/routes'
import { countSentence, dayHeading, LIST } from '../../../text/activity/activities'
import { useDisplay } from '../../display/display-provider'
import { WaysOn } from '../../page/ways-on'
import { ActivityFilters } from './activity-filters'
import { ActivityRows } from '../activity-rows'
import { byDay, isUnfiltered } from '../narrow'
import type { Found, useActivityList } from './use-activity-list'

type Listing = ReturnType<typeof useActivityList>

/** What is on, day by day, narrowed by chips. */
export function ActivityList({ listing }: { readonly listing: Listing }) {
  const { theme } = useDisplay()
  const { filter, change, choices, found } = listing
  return (
    <View className="columns columns--list">
      <View className="columns__first">
        <ActivityFilters filter={filter} change={change} choices={choices} />
      </View>
      <View className="columns__second">
        <Screen state={found} theme={theme}>
          {(value) => <FoundActivities found={value} listing={listing} />}
        </Screen>
      </View>
      <View className="columns__rest">
        <NavRows>
          <NavRow icon="user-round" title={LIST.mine} hint={LIST.mineHint} to={routes.registrations} />
        </NavRows>
      </View>
    </View>
  )
}

export function FoundActivities({ found, listing }: { readonly found: Found; readonly listing: Listing }) {
  const { now, filter, showMore } = listing
  if (found.activities.length === 0) return <Nothing listing={listing} />
  return (
    <>
      <View ariaRole="status">
        <Heading level={1} className="title">
          {countSentence({ ...filter, count: takingPlace(found.activities), more: found.cutShort })}
        </Heading>
      </View>
      <Days found={found} now={now} />
      {found.shown.length < found.activities.length ? <Button onTap={showMore}>{LIST.more}</Button> : null}
    </>
  )
}

/** Cancelled ones stay in the list to be seen; they are none to go to. */
const takingPlace = (activities: readonly ActivitySummary[]): number =>
  activities.filter(({ change }) => change !== 'cancelled').length

function Days({ found, now }: { readonly found: Found; readonly now: Instant }) {
  const today = shanghaiDay(now)
  return (
    <>
      {byDay(found.shown, now).map(({ day, activities }) => (
        <View key={day} className="stack">
          <Heading level={2} className="section">
            {dayHeading(day, today)}
          </Heading>
          <ActivityRows activities={activities} now={now} />
        </View>
      ))}
    </>
  )
}

/** Nothing that day or of that sort: there is always a way on. */
function Nothing({ listing: { filter, clear } }: { readonly listing: Listing }) {
  const { theme } = useDisplay()
  if (isUnfiltered(filter)) {
    return (
      <Empty title={LIST.noneAtAllTitle} advice={LIST.noneAtAll} theme={theme}>
        <WaysOn />
      </Empty>
    )
  }
  const onlyDay = isUnfiltered({ ...filter, span: null })
  return (
    <Empty
      title={onlyDay ? countSentence({ ...filter, count: 0, more: false }) : LIST.none}
      advice={LIST.noneAdvice}
      theme={theme}
    >
      <Button look="primary" onTap={clear}>
        {LIST.showAll}
      </Button>
    </Empty>
  )
}
