import { useEffect, useState } from 'react'
import type { ProfileName } from '../../../core/walkshed'
import { useShown } from '../../platform/navigate/lifecycle'
import { useDisplay } from '../display/display-provider'
import type { Origin } from '../origin/origin'
import { useOrigin } from '../origin/origin-provider'
import { areFresh, reckonLater } from './reckon-later'
import { areSameWalks, walksFrom, type Walks } from './remembered-walks'
import { walkerFor } from './walker-choice'

/** Minutes from where we stand: those reckoned last at once, new ones when the page has come to rest. */
export function useWalks(): Walks | null {
  const { origin } = useOrigin()
  const { edition } = useDisplay()
  const [, lookAgain] = useState(0)
  const walker = walkerFor(edition)
  const walks = walksFor(origin, walker)
  // Nothing new is no reason to draw a whole page again.
  useShown(() => {
    const walkerNow = walkerFor(edition)
    const isNew = walkerNow !== walker || !areSameWalks(walksFor(origin, walkerNow), walks)
    if (isNew) lookAgain((times) => times + 1)
  })
  useEffect(() => {
    if (areFresh(origin, walker)) return
    void reckonLater(origin, walker).then((hasNew) => {
      if (hasNew) lookAgain((times) => times + 1)
    })
  }, [origin, walker])
  return walks
}

function walksFor(origin: Origin, walker: ProfileName): Walks | null {
  const walks = walksFrom(origin)
  return walks?.walker === walker ? walks : null
}
