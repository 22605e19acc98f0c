import type { QueryClient } from '@tanstack/react-query'

/** Where a page asks nobody. */
const ASKS_NOBODY_MS = 1_000

/** Acts once, as soon as the first page has what it asked for: until then nothing may stand in its way. */
export function onceCalm(client: QueryClient, act: () => void): () => void {
  const begin = (): void => {
    stop()
    act()
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
