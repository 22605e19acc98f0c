import { useState } from 'react'
import { useShown } from '../../platform/navigate/lifecycle'
import { useOrigin } from '../origin/origin-provider'
import { walksFrom, type Walks } from './remembered-walks'

/** What was reckoned last from where we stand; looked up again when the page comes back into view. */
export function useWalks(): Walks | null {
  const { origin } = useOrigin()
  const [, lookAgain] = useState(0)
  useShown(() => lookAgain((times) => times + 1))
  return walksFrom(origin)
}
