import { Button } from '../../components/controls/button'
import { Screen } from '../../components/screen/screen'
import { useDisplay } from '../../features/display/display-provider'
import { ElderFoot, ElderHome } from '../../features/home/elder-home'
import { firstPicture } from '../../features/home/first-picture'
import { StandardHome } from '../../features/home/standard-home'
import { useHome, useSubdistrict } from '../../features/page/use-home'
import { useStartPoint } from '../../features/start-point/start-point'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { screenStateOf } from '../../features/page/screen-state-of'
import { useShown } from '../../platform/navigate/lifecycle'
import { useShareCard, useShareTimeline } from '../../platform/navigate/share'
import { routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { homeCard } from '../../text/home'
import { callHotline } from '../../text/vocabulary'

function HomePage() {
  const state = screenStateOf(useHome())
  const { appName, hotline } = useSubdistrict()
  const { edition, theme } = useDisplay()
  const elder = edition === 'elder'
  const { resume } = useStartPoint()
  useShown(resume)
  useShareCard(homeCard(appName), routes.home)
  useShareTimeline(homeCard(appName), '')
  return (
    <Page
      title={appName}
      route={routes.home}
      columns
      foot={elder && state.kind === 'ready' ? <ElderFoot home={state.value} /> : null}
    >
      <Screen state={state} theme={theme} picture={elder ? undefined : firstPicture()}>
        {(value) => (elder ? <ElderHome home={value} /> : <StandardHome home={value} />)}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="phone" onTap={() => dialPhone(hotline)}>
          {callHotline(hotline)}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(HomePage)
