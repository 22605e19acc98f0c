import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { RegisterScreen } from '../../../features/registration/register/register-screen'
import { useJoinable } from '../../../features/registration/register/use-register'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { registerRoute, routes } from '../../../platform/navigate/routes'
import { REGISTER } from '../../../text/registration/register'

function RegisterPage() {
  const { id = '' } = useRouteParams()
  const joinable = useJoinable(id)
  const { theme } = useDisplay()
  if (joinable.kind === 'ready') return <RegisterScreen joinable={joinable.value} note={joinable.note} />
  return (
    <Page title={REGISTER.title} route={registerRoute(id)}>
      <Screen state={joinable} theme={theme}>
        {() => null}
      </Screen>
      {joinable.kind === 'troubled' ? (
        <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>
      ) : null}
    </Page>
  )
}

export default asPage(RegisterPage)
