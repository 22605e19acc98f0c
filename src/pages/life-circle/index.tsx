import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Room } from '../../components/screen/room'
import { useDisplay } from '../../features/display/display-provider'
import { useOrigin } from '../../features/origin/origin-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { walksFrom } from '../../features/walks/remembered-walks'
import { useShown } from '../../platform/navigate/lifecycle'
import { routes } from '../../platform/navigate/routes'
import { FIND_OFFICE } from '../../text/home'
import { ROOMS } from '../../text/rooms'

/** The tab itself is light: what was reckoned last, and the way to the engine with map and list. */
function LifeCirclePage() {
  const { theme } = useDisplay()
  const { origin, resume } = useOrigin()
  const [, lookAgain] = useState({})
  useShown(() => {
    resume()
    lookAgain({})
  })
  const { tab, title, promise, open } = ROOMS.lifeCircle
  return (
    <Page title={tab} route={routes.lifeCircle}>
      <Room title={walksFrom(origin)?.sentence ?? title} promise={promise} picture="circle" theme={theme}>
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
