import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { useHome } from '../../../features/page/use-home'
import { useCircleData } from '../../../features/life-circle/use-life-circle'
import { LifeCircleScreen } from '../../../features/life-circle/life-circle-screen'
import { useStartPoint } from '../../../features/start-point/start-point'
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
  const state = together(screenStateOf(useHome()), screenStateOf(useCircleData()))
  const { theme } = useDisplay()
  const { resume } = useStartPoint()
  const { place = null } = useRouteParams()
  useShown(resume)
  useShareCard(LIFE_CIRCLE.card, routes.circle)
  return (
    <Page title={LIFE_CIRCLE.title} route={routes.circle} columns>
      <Screen state={state} theme={theme}>
        {([home, circle]) => <LifeCircleScreen home={home} circle={circle} startPlace={place} />}
      </Screen>
      {state.kind === 'troubled' ? <WaysOn /> : null}
    </Page>
  )
}

export default asPage(CircleMapPage)
