import { Room } from '../../../components/screen/room'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { WaysOn } from '../../../features/page/ways-on'
import { routes } from '../../../platform/navigate/routes'
import { ROOMS } from '../../../text/rooms'

function FamilyPage() {
  const { theme } = useDisplay()
  const { tab, title, promise } = ROOMS.activity
  return (
    <Page title={tab} route={routes.family}>
      <Room title={title} promise={promise} picture="market" theme={theme}>
        <WaysOn />
      </Room>
    </Page>
  )
}

export default asPage(FamilyPage)
