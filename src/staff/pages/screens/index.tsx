import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { WallScreensScreen } from '../../../features/screens/wall-screens-screen'
import { useKeeper } from '../../../features/screens/use-keeper'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { GO_HOME } from '../../../text/page'
import { WALL_SCREENS } from '../../../text/staff/wall-screens'

function ScreensPage() {
  const { pair } = useRouteParams()
  const state = useKeeper()
  const { theme } = useDisplay()
  return (
    <Page title={WALL_SCREENS.title} route={routes.screens}>
      <Screen state={state} theme={theme}>
        {(keeper) => <WallScreensScreen keeper={keeper} scanned={pair ?? null} />}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="house" to={routes.home}>
          {GO_HOME}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(ScreensPage)
