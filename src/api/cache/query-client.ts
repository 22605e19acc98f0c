import { onlineManager, QueryClient } from '@tanstack/react-query'
import { onNetworkChange } from '../../platform/network/network'
import { troubleOf } from '../call/trouble'

/** What is younger is shown without asking again. */
const FRESH_MS = 60_000
/** Kept in memory while the app runs: a resident goes back and forth between the same few pages. */
const REMEMBERED_MS = 24 * 60 * 60_000
const RETRY_AFTER_MS = 800

export function newQueryClient(): QueryClient {
  onlineManager.setEventListener(onNetworkChange)
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Never waits to be told of a network: send, and see whether an answer comes.
        networkMode: 'always',
        staleTime: FRESH_MS,
        gcTime: REMEMBERED_MS,
        // What failed for want of a network is asked again as soon as there is one.
        refetchOnReconnect: ({ state }) => (state.error === null ? true : 'always'),
        retryDelay: RETRY_AFTER_MS,
        // Only what got lost is worth a second try; who waited for a timeout once should not wait twice.
        retry: (failures, error) => {
          const trouble = troubleOf(error)
          return failures < 1 && trouble.kind === 'lost' && trouble.why === 'offline'
        },
      },
    },
  })
}
