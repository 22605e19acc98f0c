import { queryOptions } from '@tanstack/react-query'
import { rememberErasure } from '../../api/erasure'
import { read } from '../../api/call/call'

/** What is kept about whoever reads: asked anew at each look, and never kept on the phone. */
export const keptQuery = () =>
  queryOptions({
    queryKey: ['me.kept'],
    queryFn: async () => {
      const kept = await read('me.kept', {})
      rememberErasure(kept.eraseAfter)
      return kept
    },
    staleTime: 0,
  })

/** All of it. Forgotten as soon as the page is left. */
export const exportQuery = () =>
  queryOptions({ queryKey: ['me.export'], queryFn: () => read('me.export', {}), staleTime: 0, gcTime: 0 })
