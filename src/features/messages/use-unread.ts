import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import { queries } from '../../api/queries'

/**
 * How many messages nobody has read yet; `null` where that is not known. Asked only for who has registered
 * before: nobody is signed in by a look at a tab.
 */
export function useUnread(): number | null {
  const mine = useQueryClient().getQueryData<Output<'registration.mine'>>(queries.registrations().queryKey)
  const hasRegistered = (mine?.registrations.length ?? 0) > 0
  return useQuery({ ...queries.messages(), enabled: hasRegistered }).data?.unread ?? null
}
