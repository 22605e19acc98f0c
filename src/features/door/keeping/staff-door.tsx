import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queries } from '../../../api/queries'
import { isSignedIn } from '../../../api/call/session'
import { Door, Doors } from '../../../components/controls/door'
import { routes } from '../../../platform/navigate/routes'
import { ME } from '../../../text/rooms'
import { isStaffPhone } from './staff-phone'

/**
 * The way to the door page, for staff alone. Nobody is signed in by a look at a tab: asked is only who is
 * signed in already, or whose phone opened the door page before.
 */
export function StaffDoor() {
  const wasStaff = isStaffPhone.read()
  const me = useQuery({ ...queries.me(), enabled: wasStaff || isSignedIn() }).data
  const isStaff = me === undefined ? wasStaff : me.staffRole !== null
  useEffect(() => {
    if (isStaff !== wasStaff) isStaffPhone.write(isStaff)
  }, [isStaff, wasStaff])
  if (!isStaff) return null
  return (
    <Doors>
      <Door icon="scan-line" title={ME.staff} hint={ME.staffHint} to={routes.staff} />
    </Doors>
  )
}
