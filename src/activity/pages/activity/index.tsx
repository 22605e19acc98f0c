import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { ActivityDetails } from '../../../features/activity/page/activity-details'
import { nextStep, stepBeside } from '../../../features/activity/page/next-step'
import { useActivity } from '../../../features/activity/page/use-activity'
import { useNow } from '../../../api/clock'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useCanRegister } from '../../../features/registration/can-register'
import { useIsWide } from '../../../platform/display/wide'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { activityRoute, routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { ALL_ACTIVITIES, LIST } from '../../../text/activity/activities'
import { ACTIVITY, shareTitle } from '../../../text/activity/activity'

function ActivityPage() {
  const params = useRouteParams()
  // 小程序码 of a poster hands the id over as `scene`.
  const id = params['id'] ?? params['scene'] ?? ''
  const state = useActivity(id)
  const { theme, edition } = useDisplay()
  const now = useNow()
  const beside = useIsWide() && edition === 'standard'
  const canRegister = useCanRegister()
  const known = state.kind === 'ready' ? state.value.activity : null
  const title = known === null ? LIST.share : shareTitle(known)
  useShareCard(title, activityRoute(id))
  useShareTimeline(title, `id=${encodeURIComponent(id)}`)
  return (
    <Page
      title={known?.title ?? ACTIVITY.fallbackTitle}
      bar={ACTIVITY.fallbackTitle}
      route={activityRoute(id)}
      bottom={state.kind === 'ready' && !beside ? nextStep(state.value, now) : null}
      columns
    >
      <Screen state={state} theme={theme}>
        {(shown) => (
          <ActivityDetails
            shown={shown}
            step={beside ? stepBeside(shown, now, canRegister === false) : null}
          />
        )}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="calendar-days" to={routes.activities}>
          {ALL_ACTIVITIES}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(ActivityPage)
