import { Button } from '../../components/controls/button'
import { Room } from '../../components/screen/room'
import { useDisplay } from '../../features/display/display-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { FIND_OFFICE } from '../../text/home'
import { ROOMS } from '../../text/rooms'

function NotFoundPage() {
  const { theme } = useDisplay()
  const { tab, title, promise } = ROOMS.notFound
  return (
    <Page title={tab} route={routes.notFound}>
      <Room title={title} promise={promise} picture="bench" theme={theme}>
        <Button look="primary" icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </Room>
    </Page>
  )
}

export default asPage(NotFoundPage)
