import { queryOptions } from '@tanstack/react-query'
import { setPendingErasure } from '../../api/erasure'
import { read } from '../../api/client'

/** What is kept about whoever reads: asked anew at each look, and never kept on the phone. */
export const ownRecordsQuery = () =>
  queryOptions({
    queryKey: ['me.kept'],
    queryFn: async () => {
      const own = await read('me.kept', {})
      setPendingErasure(own.eraseAfter)
      return own
    },
    staleTime: 0,
  })

/** All of it. Forgotten as soon as the page is left. */
export const exportQuery = () =>
  queryOptions({ queryKey: ['me.export'], queryFn: () => read('me.export', {}), staleTime: 0, gcTime: 0 })
