/** As long as the first page takes on a slow network: nothing that is read first has to share the line. */
const FIRST_PAGE_MS = 4_000

/** Chromium's: whether the reader asked to save traffic. */
interface SavingNavigator {
  readonly connection?: { readonly saveData?: boolean }
}

/**
 * Fetches the pages that were not opened yet, while the browser has nothing else to do: each opens without a network
 * from then on. Their names stand in the page itself.
 */
export function fetchLaterPages(): void {
  if ((navigator as SavingNavigator).connection?.saveData === true) return
  const names = document.getElementById('later-pages')?.textContent ?? '[]'
  const fetchAll = (): void => {
    for (const name of JSON.parse(names) as readonly string[]) document.head.append(prefetching(`/${name}`))
  }
  const afterFirstPage = (): void => void setTimeout(fetchAll, FIRST_PAGE_MS)
  if (document.readyState === 'complete') afterFirstPage()
  else addEventListener('load', afterFirstPage, { once: true })
}

function prefetching(address: string): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.href = address
  return link
}
