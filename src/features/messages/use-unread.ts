import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries'

/**
 * How many messages nobody has read yet; `null` where that is not known. Asked only for who has registered
 * before: nobody is signed in by a look at a tab.
 */
export function useUnread(): number | null {
  const home = useQuery({ ...queries.home(), enabled: false })
  const glance = useQuery(queries.glance()).data ?? null
  const messages = useQuery({ ...queries.messages(), enabled: useHasRegistered() && glance === null })
  // Home says it along with the rest; the inbox says it anew while one reads.
  const fromHome = glance !== null && home.dataUpdatedAt > messages.dataUpdatedAt
  return (fromHome ? glance.unread : messages.data?.unread) ?? null
}

/** Whether this phone knows that its owner registered once, without asking anybody. */
export function useHasRegistered(): boolean {
  const known = useQuery({ ...queries.registrations(), enabled: false }).data
  return known !== undefined && known.registrations.length > 0
}
