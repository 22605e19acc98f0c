import { dehydrate, hydrate, type DehydratedState, QueryClient, onlineManager } from '@tanstack/react-query'
import { keysFrom, readText, removeText, writeText } from '../platform/storage/storage'
import { onNetworkChange } from '../platform/network/network'
import { failureOf } from './result'

/**
 * The first digits of a hash of what the stored answers look like: a changed answer gets a new key, or an older one
 * would be shown as if it were of the new shape. `cache-key.test.ts` says the digits when they are no longer right.
 */
export const SHAPE_OF_ANSWERS = 'e1bc4bab'
const BEGINNING = 'last-seen-'
export const CACHE_KEY = `${BEGINNING}${SHAPE_OF_ANSWERS}`

/** Characters. WeChat takes 1 MB a key; a 街道 of a hundred offices with their pages needs a quarter. */
export const LARGEST_CACHE = 400_000

/** Writing takes a synchronous moment: not during every answer of a burst. */
const WRITE_AFTER_MS = 600

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { stored?: 'shared' | 'own' }
  }
}

/**
 * Queries with these marks are stored for the next start: what everybody may see, and (`own`) the numbers of
 * one's own registrations, which go with their owner; never who one is or acts for.
 */
export const STORED = { stored: 'shared' } as const
export const STORED_OWN = { stored: 'own' } as const

interface Snapshot {
  readonly state: DehydratedState
}

/**
 * Puts what was last seen back, before the first render. A damaged or foreign entry is dropped.
 * @returns how many queries came back
 */
export function restoreCache(client: QueryClient): number {
  const snapshot = readSnapshot()
  if (snapshot === null) return 0
  hydrate(client, snapshot.state)
  return snapshot.state.queries.length
}

function readSnapshot(): Snapshot | null {
  const text = readText(CACHE_KEY)
  if (text === null) return null
  try {
    const found: unknown = JSON.parse(text)
    if (isSnapshot(found)) return found
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  removeText(CACHE_KEY)
  return null
}

function isSnapshot(found: unknown): found is Snapshot {
  const queries = (found as Partial<Snapshot> | null)?.state?.queries
  return (
    Array.isArray(queries) &&
    queries.every(({ queryKey, state }) => Array.isArray(queryKey) && state?.status === 'success')
  )
}

/** Writes what is seen, shortly after each change; the answer ends that. */
export function persistCache(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFirst = true
  const write = (): void => {
    if (isFirst) removeFormer()
    isFirst = false
    writeCache(client)
  }
  const stop = client.getQueryCache().subscribe((change) => {
    if (
      change.type !== 'updated' ||
      change.action.type !== 'success' ||
      change.query.meta?.stored === undefined
    )
      return
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** What an earlier version of the app left: nothing reads it any more. */
function removeFormer(): void {
  for (const key of keysFrom(BEGINNING)) if (key !== CACHE_KEY) removeText(key)
}

/** The phone is full, and all of this can be fetched again. */
export function dropCache(): void {
  for (const key of keysFrom(BEGINNING)) removeText(key)
}

/**
 * Keeps the newest queries that fit. On a full phone half of them are tried, then half of those, until
 * they fit or none are left.
 */
export function writeCache(client: QueryClient): void {
  const { queries } = dehydrate(client, {
    shouldDehydrateQuery: ({ state, meta }) => state.status === 'success' && meta?.stored !== undefined,
  })
  let newest = [...queries].sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  while (newest.length > 0) {
    const text = JSON.stringify({ state: { mutations: [], queries: newest } } satisfies Snapshot)
    if (text.length <= LARGEST_CACHE && writeText(CACHE_KEY, text) === 'stored') return
    newest = newest.slice(0, Math.floor(newest.length / 2))
  }
  removeText(CACHE_KEY)
}

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
          const trouble = failureOf(error)
          return failures < 1 && trouble.kind === 'lost' && trouble.why === 'offline'
        },
      },
    },
  })
}

/** Where a page asks nobody. */
const ASKS_NOBODY_MS = 1_000

/** Acts once, as soon as the first page has what it asked for: until then nothing may stand in its way. */
export function onceIdle(client: QueryClient, run: () => void): () => void {
  const begin = (): void => {
    stop()
    run()
  }
  const quiet = setTimeout(() => {
    if (client.isFetching() === 0) begin()
  }, ASKS_NOBODY_MS)
  const ignore = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated' && client.isFetching() === 0) begin()
  })
  const stop = (): void => {
    clearTimeout(quiet)
    ignore()
  }
  return stop
}
