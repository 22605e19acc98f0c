import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useActivity } from '../../../features/activity/page/use-activity'
import { StallList } from '../../../features/activity/stalls/stall-list'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes, stallsRoute } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { ALL_ACTIVITIES, LIST } from '../../../text/activity/activities'
import { STALLS } from '../../../text/activity/stalls'

function StallsPage() {
  const { id = '' } = useRouteParams()
  const state = useActivity(id)
  const { theme } = useDisplay()
  const title = state.kind === 'ready' ? `${state.value.activity.title}${STALLS.share}` : LIST.share
  useShareCard(title, stallsRoute(id))
  useShareTimeline(title, `id=${encodeURIComponent(id)}`)
  return (
    <Page title={STALLS.title} route={stallsRoute(id)}>
      <Screen state={state} theme={theme}>
        {(shown) => <StallList shown={shown} />}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="calendar-days" to={routes.activities}>
          {ALL_ACTIVITIES}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(StallsPage)
