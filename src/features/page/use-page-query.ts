import {
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useShown } from '../../platform/navigate/lifecycle'

/**
 * A query that a page shows. Pages stay alive below the ones on top of them, so it is asked again whenever
 * the page comes back into view and what it shows has aged.
 */
export function usePageQuery<Value, Key extends QueryKey>(
  options: UseQueryOptions<Value, Error, Value, Key>,
): UseQueryResult<Value> {
  const client = useQueryClient()
  useShown(() => {
    if (options.enabled === false) return
    void client.refetchQueries(
      { queryKey: options.queryKey, exact: true, stale: true },
      { cancelRefetch: false },
    )
  })
  return useQuery(options)
}
