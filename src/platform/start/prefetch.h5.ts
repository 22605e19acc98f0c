/** How the page of the H5 edition names the files of its pages; see config/taro-patches/h5-page-parts.ts. */
const LIST = 'parts'

/** Chromium's: whether the reader asked to save traffic. */
interface SavingNavigator {
  readonly connection?: { readonly saveData?: boolean }
}

/**
 * Every page is fetched, one file after the other, so that each opens without a network from then on; not for somebody
 * who saves traffic.
 */
export function prefetchPages(): void {
  if ((navigator as SavingNavigator).connection?.saveData === true) return
  const list = document.getElementById(LIST)?.textContent ?? '{}'
  const parts = JSON.parse(list) as Readonly<Record<string, readonly string[]>>
  const left = [...new Set(Object.values(parts).flat())]
  const next = (): void => {
    const part = left.shift()
    if (part === undefined) return
    const link = document.createElement('link')
    link.rel = 'prefetch'
    link.as = 'script'
    link.href = `/chunk/${part}.js`
    // What does not come now comes when somebody goes there.
    link.onload = link.onerror = next
    document.head.append(link)
  }
  whenIdle(next)
}

/** Safari has no word for it. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run)
  else setTimeout(run)
}
