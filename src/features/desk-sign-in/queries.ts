import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'

export const deskQueries = {
  asking: (signInId: string) =>
    queryOptions({
      queryKey: ['desk.showSignIn', signInId],
      queryFn: () => read('desk.showSignIn', { signInId }),
      staleTime: Infinity,
    }),
  sessions: () =>
    queryOptions({ queryKey: ['desk.sessions'], queryFn: () => read('desk.sessions', {}), staleTime: 0 }),
}
