import { queries } from '../../../api/queries'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { TellingList } from '../../../features/registration/telling/telling-list'
import { routes } from '../../../platform/navigate/routes'
import { TELLING } from '../../../text/me/telling'

function TellingPage() {
  const mine = screenStateOf(usePageQuery(queries.registrations()))
  const { theme } = useDisplay()
  return (
    <Page title={TELLING.title} route={routes.telling}>
      <Screen state={mine} theme={theme}>
        {({ registrations }) => <TellingList registrations={registrations} />}
      </Screen>
    </Page>
  )
}

export default asPage(TellingPage)
