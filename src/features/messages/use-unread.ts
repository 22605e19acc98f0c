import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries'

/**
 * How many messages nobody has read yet; `null` where that is not known. Asked only for who has registered
 * before: nobody is signed in by a look at a tab.
 */
export function useUnread(): number | null {
  const known = useQuery({ ...queries.registrations(), enabled: false }).data
  const hasRegistered = known !== undefined && known.registrations.length > 0
  return useQuery({ ...queries.messages(), enabled: hasRegistered }).data?.unread ?? null
}
