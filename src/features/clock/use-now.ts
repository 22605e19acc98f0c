import { useEffect, useState } from 'react'
import { instant, type Instant } from '../../../core/kernel/shanghai-time'

const MINUTE = 60_000

/** The phone's clock. Opening states hold to the minute; nothing here is decided by it for good. */
export const now = (): Instant => instant(Date.now())

/** Now, renewed at each full minute while the page is mounted. */
export function useNow(): Instant {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setMoment(now()), MINUTE - (now() % MINUTE))
    return () => clearTimeout(timer)
  }, [moment])
  return moment
}
