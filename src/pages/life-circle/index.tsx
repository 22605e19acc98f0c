import { Button } from '../../components/controls/button'
import { MessageScreen } from '../../components/screen/message-screen'
import { useDisplay } from '../../features/display/display-provider'
import { useStartPoint } from '../../features/start-point/start-point'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { useWalkingTimes } from '../../features/walking-times/use-walking-times'
import { useShown } from '../../platform/navigate/lifecycle'
import { routes } from '../../platform/navigate/routes'
import { FIND_OFFICE } from '../../text/home'
import { LIFE_CIRCLE_TAB } from '../../text/life-circle-tab'

/** The tab itself is light: what was computed last, and the way to the engine with map and list. */
function LifeCirclePage() {
  const { theme } = useDisplay()
  const { resume } = useStartPoint()
  const walkingTimes = useWalkingTimes()
  useShown(resume)
  const { tab, title, promise, open } = LIFE_CIRCLE_TAB
  return (
    <Page title={tab} route={routes.lifeCircle}>
      <MessageScreen title={walkingTimes?.sentence ?? title} text={promise} picture="circle" theme={theme}>
        <Button look="primary" size="large" icon="target" to={routes.circle}>
          {open}
        </Button>
        <Button icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </MessageScreen>
    </Page>
  )
}

export default asPage(LifeCirclePage)
