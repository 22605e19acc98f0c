/**
 * Opens the page anew where the server has another build of it, so that a display that is never touched does
 * not stay behind. Without an answer everything stays as it is.
 */
export async function takeNewVersion(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src
  const page = await fetch(window.location.pathname, { cache: 'no-store' })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null)
  if (own === undefined || page === null || !page.includes('id="root"')) return
  if (!page.includes(new URL(own).pathname)) window.location.reload()
}
