import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'

/** A screen says every minute that it is there. */
const RENEWED_MS = 30_000

export const screenQueries = {
  me: () => queryOptions({ queryKey: ['me.show'], queryFn: () => read('me.show', {}) }),
  list: (officeId: string) =>
    queryOptions({
      queryKey: ['screen.list', officeId],
      queryFn: () => read('screen.list', { officeId }),
      staleTime: 0,
      refetchInterval: RENEWED_MS,
    }),
}
