import { useQueryClient } from '@tanstack/react-query'
import { queries } from '../../../api/queries'
import { isSignedIn } from '../../../api/session'
import { usePageQuery } from '../../page/use-page-query'

/** The stall that the reader was given here, where this phone knows who reads; nobody is signed in for it. */
export function useOwnStall(activityId: string): string | null {
  const isKnown = useQueryClient().getQueryData(queries.registrations().queryKey) !== undefined
  const query = { ...queries.stallApplications(activityId), enabled: isKnown || isSignedIn() }
  const applications = usePageQuery(query).data?.applications ?? []
  return applications.find(({ state }) => state === 'assigned')?.stallId ?? null
}
