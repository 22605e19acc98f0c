import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'

/** Asked anew at each look, never kept: what hangs on every wall must not be shown from yesterday. */
export const noticesQuery = queryOptions({
  queryKey: ['notice.list'],
  queryFn: () => read('notice.list', {}),
  staleTime: 0,
})
