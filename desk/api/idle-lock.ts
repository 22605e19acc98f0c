import { pcNow } from './clock'

/** When somebody last used this browser's desk, in any of its tabs: milliseconds of this PC's own clock. */
const LAST_USED = 'desk-last-used'
const LOOK_EVERY_MS = 15_000
/** A stroke of a key is not worth a write each time. */
const WRITE_EVERY_MS = 5_000
const USES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Calls `lock` once nobody has touched this browser for so long; returns how to stop watching. What the page asks
 * by itself is no use of it, so only the page knows. A PC that slept through the time is locked as it wakes.
 */
export function watchIdle(idleMinutes: number, lock: () => void): () => void {
  let written = 0
  /** Where a browser keeps nothing, each tab counts for itself. */
  const used = (): void => {
    if (pcNow() - written < WRITE_EVERY_MS) return
    written = pcNow()
    storage()?.setItem(LAST_USED, String(written))
  }
  const lastUsed = (): number => Math.max(written, Number(storage()?.getItem(LAST_USED) ?? 0))
  const look = (): void => {
    if (pcNow() - lastUsed() >= idleMinutes * 60_000) lock()
  }
  const wake = (): void => {
    if (document.visibilityState === 'visible') look()
  }
  used()
  const timer = setInterval(look, LOOK_EVERY_MS)
  for (const use of USES) window.addEventListener(use, used, { passive: true, capture: true })
  document.addEventListener('visibilitychange', wake)
  return () => {
    clearInterval(timer)
    for (const use of USES) window.removeEventListener(use, used, { capture: true })
    document.removeEventListener('visibilitychange', wake)
  }
}

/** `null` where the browser forbids it. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
