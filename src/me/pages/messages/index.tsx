import { queries } from '../../../api/queries'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { Inbox } from '../../../features/messages/inbox'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { routes } from '../../../platform/navigate/routes'
import { MESSAGES } from '../../../text/me/messages'

function MessagesPage() {
  const inbox = screenStateOf(usePageQuery(queries.messages()))
  const { theme } = useDisplay()
  return (
    <Page title={MESSAGES.title} route={routes.messages}>
      <Screen state={inbox} theme={theme}>
        {(first) => <Inbox first={first} />}
      </Screen>
    </Page>
  )
}

export default asPage(MessagesPage)
