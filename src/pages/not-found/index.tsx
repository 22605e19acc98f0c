import { Button } from '../../components/controls/button'
import { MessageScreen } from '../../components/screen/message-screen'
import { useDisplay } from '../../features/display/display-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { FIND_OFFICE } from '../../text/home'
import { NOT_FOUND } from '../../text/not-found'

function NotFoundPage() {
  const { theme } = useDisplay()
  const { tab, title, promise } = NOT_FOUND
  return (
    <Page title={tab} route={routes.notFound}>
      <MessageScreen title={title} text={promise} picture="bench" theme={theme}>
        <Button look="primary" icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </MessageScreen>
    </Page>
  )
}

export default asPage(NotFoundPage)
