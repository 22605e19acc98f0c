import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import { OFFICE_STAFF } from '../../../core/domain/staff/post'
import { stillWaiting } from '../../../core/domain/staff/still-waiting'
import { useEffect } from 'react'
import { isSignedIn } from '../../api/session'
import { queries } from '../../api/queries'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { routes } from '../../platform/navigate/routes'
import { ME } from '../../text/me/menu'
import { usePageQuery } from '../page/use-page-query'
import { isStaffPhone } from './staff-phone'

/** All that waits on 待办, whichever list it is in. */
const waitingCount = (waiting: Output<'staff.waiting'>): number =>
  Object.values(waiting).reduce((sum: number, rows: readonly object[]) => sum + stillWaiting(rows), 0)

/**
 * The ways of staff: to the check-in desk where this build has its pages, to signing in a PC, and for everybody the
 * way to an invitation. Nobody is signed in by a look at a tab: asked is only who is
 * signed in already, or whose phone opened the desk before.
 */
export function StaffEntry({ hasPages }: { readonly hasPages: boolean }) {
  const wasStaff = isStaffPhone.read()
  const me = useQuery({ ...queries.me(), enabled: wasStaff || isSignedIn() }).data
  const role = me?.staffRole ?? null
  const runsOffice = role !== null && OFFICE_STAFF.includes(role)
  const waiting = usePageQuery({ ...queries.staffWaiting(), enabled: runsOffice }).data
  const count = waiting === undefined ? 0 : waitingCount(waiting)
  const isStaff = me === undefined ? wasStaff : me.staffRole !== null
  useEffect(() => {
    if (isStaff !== wasStaff) isStaffPhone.write(isStaff)
  }, [isStaff, wasStaff])
  return (
    <NavRows>
      {isStaff && hasPages ? (
        <NavRow
          icon="scan-line"
          title={ME.staff}
          hint={count === 0 ? ME.staffHint : ME.staffWaiting(count)}
          dot={count > 0}
          to={routes.staff}
        />
      ) : null}
      {isStaff ? (
        <NavRow
          icon="scan-line"
          title={ME.deskSignIn}
          hint={count === 0 || hasPages ? ME.deskSignInHint : ME.staffWaiting(count)}
          dot={count > 0 && !hasPages}
          to={routes.deskSignIn}
        />
      ) : null}
      <NavRow icon="user-round" title={ME.invitation} hint={ME.invitationHint} to={routes.staffEntry} />
    </NavRows>
  )
}
