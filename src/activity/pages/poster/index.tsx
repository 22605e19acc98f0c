import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useActivity } from '../../../features/activity/page/use-activity'
import { ActivityPoster, usePoster } from '../../../features/activity/poster/activity-poster'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { activityRoute, posterRoute, routes } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { shareImage } from '../../../platform/picture/picture'
import { ALL_ACTIVITIES, LIST } from '../../../text/activity/activities'
import { shareTitle } from '../../../text/activity/activity'
import { POSTER } from '../../../text/activity/poster'

function PosterPage() {
  const { id = '' } = useRouteParams()
  const state = useActivity(id)
  const { theme } = useDisplay()
  const shown = state.kind === 'ready' ? state.value : null
  const poster = usePoster(shown)
  useShareCard(shown === null ? LIST.share : shareTitle(shown.activity), activityRoute(id))
  return (
    <Page
      title={POSTER.title}
      route={posterRoute(id)}
      bottom={
        poster.kind === 'ready' ? (
          <Button look="primary" onTap={() => shareImage(poster.address, poster.name)}>
            {POSTER.offer}
          </Button>
        ) : null
      }
    >
      <Screen state={state} theme={theme}>
        {(value) => <ActivityPoster shown={value} poster={poster} />}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="calendar-days" to={routes.activities}>
          {ALL_ACTIVITIES}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(PosterPage)
