import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useActivity } from '../../../features/activity/page/use-activity'
import { ActivitySummary } from '../../../features/registration/activity-summary'
import { useCanRegister } from '../../../features/registration/can-register'
import { RegisterInWechat } from '../../../features/registration/register-in-wechat'
import { RegisterScreen } from '../../../features/registration/register/register-screen'
import { useJoinable } from '../../../features/registration/register/use-register'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { registerRoute, routes } from '../../../platform/navigate/routes'
import { REGISTER } from '../../../text/registration/register'

function RegisterPage() {
  const { id = '' } = useRouteParams()
  const joinable = useJoinable(id)
  const { theme } = useDisplay()
  const canRegister = useCanRegister()
  if (canRegister === false) return <ElsewherePage id={id} />
  if (joinable.kind === 'ready') return <RegisterScreen joinable={joinable.value} note={joinable.note} />
  return (
    <Page title={REGISTER.title} route={registerRoute(id)}>
      <Screen state={canRegister === null ? LOADING : joinable} theme={theme}>
        {() => null}
      </Screen>
      {canRegister !== null && joinable.kind === 'troubled' ? (
        <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>
      ) : null}
    </Page>
  )
}

const LOADING = { kind: 'loading' } as const

/** In a browser that can sign nobody in: what it is about, and the way on into WeChat. */
function ElsewherePage({ id }: { readonly id: string }) {
  const state = useActivity(id)
  const { theme } = useDisplay()
  return (
    <Page title={REGISTER.title} route={registerRoute(id)}>
      <Screen state={state} theme={theme}>
        {({ activity }) => (
          <>
            <ActivitySummary
              activity={activity}
              change={activity.change}
              servicePhone={activity.amenities.servicePhone}
              level={1}
            />
            <RegisterInWechat activityId={activity.id} />
            <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>
          </>
        )}
      </Screen>
    </Page>
  )
}

export default asPage(RegisterPage)
