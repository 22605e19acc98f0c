import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { rollQueries } from '../../../features/rolls/roll-queries'
import { RollList } from '../../../features/rolls/roll-list'
import { RollScreen } from '../../../features/rolls/roll-screen'
import { StaffWaysOn } from '../../../features/staff/staff-only'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { rollRoute, routes } from '../../../platform/navigate/routes'
import { ROLLS } from '../../../text/staff/rolls'

/** Without an activity it lists the rolls; one of them opens on top, so that the way back leads here. */
function RollsPage() {
  const { id = '' } = useRouteParams()
  return id === '' ? <ListPage /> : <OneRollPage activityId={id} />
}

function ListPage() {
  const state = screenStateOf(usePageQuery(rollQueries.list()))
  const { theme } = useDisplay()
  return (
    <Page title={ROLLS.title} route={routes.rolls}>
      <Screen state={state} theme={theme}>
        {({ rolls }) => <RollList rolls={rolls} />}
      </Screen>
      <StaffWaysOn state={state} />
    </Page>
  )
}

function OneRollPage({ activityId }: { readonly activityId: string }) {
  const state = screenStateOf(usePageQuery(rollQueries.roll(activityId)))
  const { theme } = useDisplay()
  return (
    <Page title={ROLLS.title} route={rollRoute(activityId)}>
      <Screen state={state} theme={theme}>
        {(roll) => <RollScreen roll={roll} />}
      </Screen>
      <StaffWaysOn state={state} />
    </Page>
  )
}

export default asPage(RollsPage)
