import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'
import { usePageQuery } from '../page/use-page-query'

/** Asked anew at each look, never kept: what colleagues dealt with must not wait for anybody. */
export const reportsQuery = queryOptions({
  queryKey: ['lifeCircle.reports'],
  queryFn: () => read('lifeCircle.reports', {}),
  staleTime: 0,
})

export const useReports = () => usePageQuery(reportsQuery)
