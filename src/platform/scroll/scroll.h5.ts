/** Brings it to the middle of the window, at once where the reader wants less motion. */
export function scrollToShow(elementId: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  document.getElementById(elementId)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/** At once: another thing opens on the same page. Pages scroll between their bars; what lies below is hidden. */
export function scrollToTop(): void {
  document.querySelectorAll('main').forEach((page) => {
    if (page.getClientRects().length > 0) page.scrollTo(0, 0)
  })
}
