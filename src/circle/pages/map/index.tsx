import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { useHome } from '../../../features/home/use-home'
import { useCircle } from '../../../features/life-circle/use-circle'
import { CircleView } from '../../../features/life-circle/view/circle-view'
import { useOrigin } from '../../../features/origin/origin-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf, together } from '../../../features/page/screen-state-of'
import { WaysOn } from '../../../features/page/ways-on'
import { useShown } from '../../../platform/navigate/lifecycle'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { LIFE_CIRCLE } from '../../../text/life-circle'

function CircleMapPage() {
  const state = together(screenStateOf(useHome()), screenStateOf(useCircle()))
  const { theme } = useDisplay()
  const { resume } = useOrigin()
  const { place = null } = useRouteParams()
  useShown(resume)
  useShareCard(LIFE_CIRCLE.card, routes.circle)
  return (
    <Page title={LIFE_CIRCLE.title} route={routes.circle}>
      <Screen state={state} theme={theme}>
        {([home, circle]) => <CircleView home={home} circle={circle} startPlace={place} />}
      </Screen>
      {state.kind === 'troubled' ? <WaysOn /> : null}
    </Page>
  )
}

export default asPage(CircleMapPage)
