import { Button } from '../../components/controls/button'
import { Room } from '../../components/screen/room'
import { useDisplay } from '../../features/display/display-provider'
import { useOrigin } from '../../features/origin/origin-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { useWalks } from '../../features/walks/use-walks'
import { useShown } from '../../platform/navigate/lifecycle'
import { routes } from '../../platform/navigate/routes'
import { FIND_OFFICE } from '../../text/home'
import { ROOMS } from '../../text/rooms'

/** The tab itself is light: what was reckoned last, and the way to the engine with map and list. */
function LifeCirclePage() {
  const { theme } = useDisplay()
  const { resume } = useOrigin()
  const walks = useWalks()
  useShown(resume)
  const { tab, title, promise, open } = ROOMS.lifeCircle
  return (
    <Page title={tab} route={routes.lifeCircle}>
      <Room title={walks?.sentence ?? title} promise={promise} picture="circle" theme={theme}>
        <Button look="primary" size="large" icon="target" to={routes.circle}>
          {open}
        </Button>
        <Button icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </Room>
    </Page>
  )
}

export default asPage(LifeCirclePage)
