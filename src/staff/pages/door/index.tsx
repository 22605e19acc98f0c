import { Room } from '../../../components/screen/room'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { WaysOn } from '../../../features/page/ways-on'
import { routes } from '../../../platform/navigate/routes'
import { ROOMS } from '../../../text/rooms'

function DoorPage() {
  const { theme } = useDisplay()
  const { tab, title, promise } = ROOMS.staff
  return (
    <Page title={tab} route={routes.staff}>
      <Room title={title} promise={promise} picture="code" theme={theme}>
        <WaysOn />
      </Room>
    </Page>
  )
}

export default asPage(DoorPage)
