import { QueryClient } from '@tanstack/react-query'
import { troubleOf } from './trouble'

/** What is younger is shown without asking again. */
const FRESH_MS = 60_000
/** Kept in memory while the app runs: a resident goes back and forth between the same few pages. */
const REMEMBERED_MS = 24 * 60 * 60_000
const RETRY_AFTER_MS = 800

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // WeChat's runtime has no "online" to wait for: send, and see whether an answer comes.
        networkMode: 'always',
        staleTime: FRESH_MS,
        gcTime: REMEMBERED_MS,
        retryDelay: RETRY_AFTER_MS,
        // Only what got lost is worth a second try; who waited for a timeout once should not wait twice.
        retry: (failures, error) => {
          const trouble = troubleOf(error)
          return failures < 1 && trouble.kind === 'lost' && trouble.why === 'offline'
        },
      },
    },
  })
