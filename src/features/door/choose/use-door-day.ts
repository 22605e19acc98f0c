import { useEffect } from 'react'
import type { DoorDay } from '../../../../core/contract/check-in/door'
import type { ScreenState } from '../../../components/screen/screen-state'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'
import { isStaffPhone } from '../keeping/staff-phone'
import { doorQueries } from '../queries'

/** Today's doors; a phone that may see them is remembered as staff's. */
export function useDoorDay(): { readonly day: ScreenState<DoorDay>; readonly renew: () => void } {
  const query = usePageQuery(doorQueries.day())
  const isStaff = query.isSuccess
  useEffect(() => {
    if (isStaff) isStaffPhone.write(true)
  }, [isStaff])
  return { day: screenStateOf(query), renew: () => void query.refetch() }
}
