/** Brings it to the middle of the window, at once where the reader wants less motion. */
export function scrollToShow(elementId: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  document.getElementById(elementId)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/** At once: another thing opens on the same page. */
export const scrollToTop = (): void => window.scrollTo(0, 0)
