import { dehydrate, hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query'
import { readText, removeText, writeText } from '../../platform/storage/storage'

/** Carries the version of what the backend answers: a changed shape gets a new key. */
export const CACHE_KEY = 'last-seen-3'
const FORMER_KEYS: readonly string[] = ['last-seen-1', 'last-seen-2']

/** Characters. WeChat takes 1 MB a key; a 街道 of a hundred offices with their pages needs a quarter. */
export const LARGEST_CACHE = 400_000

/** Writing takes a synchronous moment: not during every answer of a burst. */
const WRITE_AFTER_MS = 600

/**
 * Queries with this mark are kept for the next start: what everybody may see, and the numbers of one's own
 * registrations; never who one is or acts for.
 */
export const KEPT = { kept: true } as const

interface Snapshot {
  readonly state: DehydratedState
}

/**
 * Puts what was last seen back, before the first render. A damaged or foreign entry is dropped.
 * @returns how many queries came back
 */
export function restoreCache(client: QueryClient): number {
  for (const former of FORMER_KEYS) removeText(former)
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
  const stop = client.getQueryCache().subscribe((change) => {
    if (change.type !== 'updated' || change.action.type !== 'success' || change.query.meta?.kept !== true)
      return
    clearTimeout(timer)
    timer = setTimeout(() => writeCache(client), WRITE_AFTER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/**
 * Keeps the newest queries that fit. On a full phone half of them are tried, then half of those, until
 * they fit or none are left.
 */
export function writeCache(client: QueryClient): void {
  const { queries } = dehydrate(client, {
    shouldDehydrateQuery: ({ state, meta }) => state.status === 'success' && meta?.kept === true,
  })
  let newest = [...queries].sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  while (newest.length > 0) {
    const text = JSON.stringify({ state: { mutations: [], queries: newest } } satisfies Snapshot)
    if (text.length <= LARGEST_CACHE && writeText(CACHE_KEY, text) === 'kept') return
    newest = newest.slice(0, Math.floor(newest.length / 2))
  }
  removeText(CACHE_KEY)
}
