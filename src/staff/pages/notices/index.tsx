import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { NoticesScreen } from '../../../features/notices/notices-screen'
import { noticesQuery } from '../../../features/notices/queries'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { StaffOnly } from '../../../features/staff/staff-only'
import { routes } from '../../../platform/navigate/routes'
import { NOTICES } from '../../../text/staff/notices'

function NoticesPage() {
  return (
    <Page title={NOTICES.title} route={routes.notices}>
      <StaffOnly roles={['office', 'editor', 'admin']} others={NOTICES.others}>
        {(role) => <Notices mayWrite={role !== 'office'} />}
      </StaffOnly>
    </Page>
  )
}

function Notices({ mayWrite }: { readonly mayWrite: boolean }) {
  const state = screenStateOf(usePageQuery(noticesQuery))
  const { theme } = useDisplay()
  return (
    <Screen state={state} theme={theme}>
      {({ notices }) => <NoticesScreen notices={notices} mayWrite={mayWrite} />}
    </Screen>
  )
}

export default asPage(NoticesPage)
