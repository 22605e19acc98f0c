import { useEffect } from 'react'
import type { EndpointName, Input } from '../../core/contract'
import { useLoaded } from '../api/use-loaded'

/** As live as a counter needs it, in milliseconds. */
const EVERY_MS = 5000

/** What a read answers, asked again every few seconds while the page is looked at. */
export function usePolled<Name extends EndpointName>(name: Name, input: Input<Name>, everyMs = EVERY_MS) {
  const loaded = useLoaded(name, input)
  const [, again] = loaded
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void again()
    }, everyMs)
    return () => clearInterval(timer)
  }, [again, everyMs])
  return loaded
}
