import { queries } from '../../../api/queries'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { RegistrationList } from '../../../features/registration/registration-list'
import { routes } from '../../../platform/navigate/routes'
import { REGISTRATION_LIST } from '../../../text/registration/registration-list'

function MinePage() {
  const mine = screenStateOf(usePageQuery(queries.registrations()))
  const { theme } = useDisplay()
  return (
    <Page title={REGISTRATION_LIST.title} route={routes.registrations}>
      <Screen state={mine} theme={theme}>
        {({ registrations }) => <RegistrationList registrations={registrations} />}
      </Screen>
    </Page>
  )
}

export default asPage(MinePage)
