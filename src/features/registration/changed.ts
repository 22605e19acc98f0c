import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../../api/queries'

/** After an act on a registration: whatever pages show of it is asked again, so that all of them agree. */
export async function changedByRegistering(client: QueryClient, activityId: string): Promise<void> {
  const concerned = [
    queries.registrations().queryKey,
    queries.activity(activityId).queryKey,
    ['registration.show'],
    ['activity.list'],
    ['home.show'],
  ]
  await Promise.all(concerned.map((queryKey) => client.invalidateQueries({ queryKey })))
}
