import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'

export const deskQueries = {
  asking: (signInId: string) =>
    queryOptions({
      queryKey: ['desk.showSignIn', signInId],
      queryFn: () => read('desk.showSignIn', { signInId }),
      staleTime: Infinity,
    }),
  typed: (code: string) =>
    queryOptions({
      queryKey: ['desk.findSignIn', code],
      queryFn: () => read('desk.findSignIn', { code }),
      // The same code again may have another answer: on another network, or when two minutes are over.
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
  sessions: () =>
    queryOptions({ queryKey: ['desk.sessions'], queryFn: () => read('desk.sessions', {}), staleTime: 0 }),
}
