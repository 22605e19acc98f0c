import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isSignedIn } from '../../api/session'
import { queries } from '../../api/queries'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { routes } from '../../platform/navigate/routes'
import { ME } from '../../text/me/menu'
import { isStaffPhone } from './staff-phone'

/**
 * The ways of staff: to the check-in desk where this build has its pages, to signing in a PC, and for everybody the
 * way to an invitation. Nobody is signed in by a look at a tab: asked is only who is
 * signed in already, or whose phone opened the desk before.
 */
export function StaffEntry({ hasPages }: { readonly hasPages: boolean }) {
  const wasStaff = isStaffPhone.read()
  const me = useQuery({ ...queries.me(), enabled: wasStaff || isSignedIn() }).data
  const isStaff = me === undefined ? wasStaff : me.staffRole !== null
  useEffect(() => {
    if (isStaff !== wasStaff) isStaffPhone.write(isStaff)
  }, [isStaff, wasStaff])
  return (
    <NavRows>
      {isStaff && hasPages ? (
        <NavRow icon="scan-line" title={ME.staff} hint={ME.staffHint} to={routes.staff} />
      ) : null}
      {isStaff ? (
        <NavRow icon="scan-line" title={ME.deskSignIn} hint={ME.deskSignInHint} to={routes.deskSignIn} />
      ) : null}
      <NavRow icon="user-round" title={ME.invitation} hint={ME.invitationHint} to={routes.staffEntry} />
    </NavRows>
  )
}
