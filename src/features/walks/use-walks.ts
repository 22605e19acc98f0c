import { useEffect, useState } from 'react'
import { useShown } from '../../platform/navigate/lifecycle'
import { useDisplay } from '../display/display-provider'
import { useOrigin } from '../origin/origin-provider'
import { areFresh, reckonLater } from './reckon-later'
import { walksFrom, type Walks } from './remembered-walks'
import { walkerFor } from './walker-choice'

/** Minutes from where we stand: those reckoned last at once, new ones when the page has come to rest. */
export function useWalks(): Walks | null {
  const { origin } = useOrigin()
  const { edition } = useDisplay()
  const [, lookAgain] = useState(0)
  const walker = walkerFor(edition)
  useShown(() => lookAgain((times) => times + 1))
  useEffect(() => {
    if (areFresh(origin, walker)) return
    void reckonLater(origin, walker).then((hasNew) => {
      if (hasNew) lookAgain((times) => times + 1)
    })
  }, [origin, walker])
  const walks = walksFrom(origin)
  return walks?.walker === walker ? walks : null
}
