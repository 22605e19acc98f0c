import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { useHome } from '../../../features/page/use-home'
import { OfficeDirectory } from '../../../features/office/office-directory'
import { useStartPoint } from '../../../features/start-point/start-point'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { useShown } from '../../../platform/navigate/lifecycle'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { FIND_OFFICE } from '../../../text/home'
import { OFFICES_CARD } from '../../../text/office/offices'

function OfficeListPage() {
  const home = useHome()
  const { theme } = useDisplay()
  const { resume } = useStartPoint()
  const { need = '' } = useRouteParams()
  useShown(resume)
  useShareCard(OFFICES_CARD, routes.offices)
  useShareTimeline(OFFICES_CARD, '')
  return (
    <Page title={FIND_OFFICE} route={routes.offices} columns>
      <Screen state={screenStateOf(home)} theme={theme}>
        {(value) => <OfficeDirectory home={value} startNeed={need} />}
      </Screen>
    </Page>
  )
}

export default asPage(OfficeListPage)
