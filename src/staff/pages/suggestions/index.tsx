import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { receivedQuery } from '../../../features/received/queries'
import { ReceivedList } from '../../../features/received/received-list'
import { StaffRoom } from '../../../features/staff-room/staff-room'
import { routes } from '../../../platform/navigate/routes'
import { RECEIVED } from '../../../text/staff/received'

function ReceivedPage() {
  return (
    <Page title={RECEIVED.title} route={routes.received}>
      <StaffRoom roles={['editor', 'admin']} others={RECEIVED.others}>
        {() => <Received />}
      </StaffRoom>
    </Page>
  )
}

function Received() {
  const state = screenStateOf(usePageQuery(receivedQuery))
  const { theme } = useDisplay()
  return (
    <Screen state={state} theme={theme}>
      {({ suggestions }) => <ReceivedList suggestions={suggestions} />}
    </Screen>
  )
}

export default asPage(ReceivedPage)
