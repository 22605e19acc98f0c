import { useState } from 'react'
import { DeskSessions } from '../../../features/desk-sign-in/desk-sessions'
import { ConfirmSignIn } from '../../../features/desk-sign-in/confirm-sign-in'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { isFromCamera } from '../../../platform/start/from-camera'
import { DESK_SIGN_IN, signInIdIn } from '../../../text/me/desk-sign-in'

/** Opened by the code on a PC's screen, or from 我的: signs that PC in, and lists those that are. */
function DeskSignInPage() {
  const { id, q } = useRouteParams()
  const [opened] = useState(() => signInIdIn(id ?? q ?? ''))
  const [isDirect] = useState(isFromCamera)
  return (
    <Page title={DESK_SIGN_IN.title} route={routes.deskSignIn}>
      <ConfirmSignIn opened={opened} isDirect={isDirect} />
      <DeskSessions />
    </Page>
  )
}

export default asPage(DeskSignInPage)
