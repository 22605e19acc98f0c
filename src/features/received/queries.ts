import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/call/call'

/** Asked anew at each look, never kept: what residents write stays out of a phone's storage. */
export const receivedQuery = queryOptions({
  queryKey: ['suggestion.list'],
  queryFn: () => read('suggestion.list', {}),
  staleTime: 0,
})
