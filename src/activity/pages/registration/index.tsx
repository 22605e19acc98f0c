import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { RegistrationScreen } from '../../../features/registration/detail/registration-screen'
import { useShownRegistration } from '../../../features/registration/registration-queries'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { registrationRoute, routes } from '../../../platform/navigate/routes'
import { REGISTRATION } from '../../../text/registration/registration'

function MyRegistrationPage() {
  const { id = '' } = useRouteParams()
  const shown = useShownRegistration(id)
  const { theme } = useDisplay()
  if (shown.kind === 'ready') return <RegistrationScreen shown={shown.value} note={shown.note} />
  return (
    <Page title={REGISTRATION.title} route={registrationRoute(id)}>
      <Screen state={shown} theme={theme}>
        {() => null}
      </Screen>
      {shown.kind === 'troubled' ? (
        <Button to={routes.registrations}>{REGISTRATION.myRegistrationsButton}</Button>
      ) : null}
    </Page>
  )
}

export default asPage(MyRegistrationPage)
