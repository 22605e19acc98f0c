import { useState } from 'react'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { AcceptInvitation, OwnPosts } from '../../../features/staff/accept-invitation'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { invitationCodeIn, STAFF_ENTRY } from '../../../text/me/staff-entry'

/** Opened by the code of an invitation, or from 我的: says who is meant, and gives the post to whoever says yes. */
function StaffEntryPage() {
  const { code, q } = useRouteParams()
  const [opened] = useState(() => invitationCodeIn(code ?? q ?? ''))
  return (
    <Page title={STAFF_ENTRY.title} route={routes.staffEntry}>
      <AcceptInvitation opened={opened} />
      <OwnPosts />
    </Page>
  )
}

export default asPage(StaffEntryPage)
