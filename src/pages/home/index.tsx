import { Button } from '../../components/controls/button'
import { Screen } from '../../components/screen/screen'
import { useDisplay } from '../../features/display/display-provider'
import { ElderFoot, ElderHome } from '../../features/home/elder-home'
import { firstPicture } from '../../features/home/first-picture'
import { StandardHome } from '../../features/home/standard-home'
import { useHome } from '../../features/home/use-home'
import { useOrigin } from '../../features/origin/origin-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { screenStateOf } from '../../features/page/screen-state-of'
import { useShown } from '../../platform/navigate/lifecycle'
import { useShareCard, useShareTimeline } from '../../platform/navigate/share'
import { routes } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import { APP_NAME, HOME_CARD } from '../../text/home'
import { callHotline, HOTLINE } from '../../text/office/offices'

function HomePage() {
  const state = screenStateOf(useHome())
  const { edition, theme } = useDisplay()
  const elder = edition === 'elder'
  const { resume } = useOrigin()
  useShown(resume)
  useShareCard(HOME_CARD, routes.home)
  useShareTimeline(HOME_CARD, '')
  return (
    <Page
      title={APP_NAME}
      route={routes.home}
      foot={elder && state.kind === 'ready' ? <ElderFoot home={state.value} /> : null}
    >
      <Screen state={state} theme={theme} picture={elder ? undefined : firstPicture()}>
        {(value) => (elder ? <ElderHome home={value} /> : <StandardHome home={value} />)}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="phone" onTap={() => call(HOTLINE)}>
          {callHotline(HOTLINE)}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(HomePage)
