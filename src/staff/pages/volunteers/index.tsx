import { OFFICE_STAFF } from '../../../../core/domain/staff/post'
import { VolunteersScreen } from '../../../features/check-in-desk/volunteers-screen'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { StaffOnly } from '../../../features/staff/staff-only'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { volunteersRoute } from '../../../platform/navigate/routes'
import { VOLUNTEERS } from '../../../text/check-in/volunteers'

function VolunteersPage() {
  const { id = '' } = useRouteParams()
  return (
    <Page title={VOLUNTEERS.title} route={volunteersRoute(id)}>
      <StaffOnly roles={OFFICE_STAFF} others={VOLUNTEERS.others}>
        {() => <VolunteersScreen activityId={id} />}
      </StaffOnly>
    </Page>
  )
}

export default asPage(VolunteersPage)
