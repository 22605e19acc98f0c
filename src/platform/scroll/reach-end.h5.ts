import { useEffect, useRef } from 'react'

/** CSS pixels below the window at which the end counts as reached: nobody should have to wait for it. */
const AHEAD = 400

/**
 * Acts when an element of that class comes into sight. `rows` is how much stands above it, and `null` while there is
 * nothing more: each new length is watched anew, for the end may still be in sight then.
 */
export function useReachEnd(className: string, rows: number | null, onEnd: () => void): void {
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  }, [onEnd])
  useEffect(() => {
    if (rows === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current()
      },
      { rootMargin: `0px 0px ${AHEAD}px 0px` },
    )
    // Pages below the one on top stay in the document; what is hidden is never in sight.
    document.querySelectorAll(`.${className}`).forEach((element) => observer.observe(element))
    return () => observer.disconnect()
  }, [className, rows])
}
