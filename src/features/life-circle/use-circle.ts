import { useMemo, useState } from 'react'
import { queryOptions } from '@tanstack/react-query'
import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed'
import { useDisplay } from '../display/display-provider'
import type { Origin } from '../origin/origin'
import { useOrigin } from '../origin/origin-provider'
import { usePageQuery } from '../page/use-page-query'
import { CIRCLE_SOURCE } from '../walks/circle-source'
import { rememberWalker, walkerFor } from '../walks/walker-choice'
import { loadCircle, type Circle } from './reckoning/circle-store'
import { openEngine, type Engine, type Reckoning } from './reckoning/engine'

/** Renewed once a start: streets hardly change, and a map should not jump under a finger. */
const circleQuery = queryOptions({
  queryKey: ['lifeCircle.show'],
  queryFn: () => loadCircle(CIRCLE_SOURCE),
  staleTime: Infinity,
  // A graph is arrays of numbers: comparing two of them entry by entry would take longer than drawing one.
  structuralSharing: false,
})

export const useCircle = () => usePageQuery(circleQuery)

export interface Start {
  readonly position: Wgs84
  /** `pin`: put on the map by hand, for this visit only. */
  readonly from: 'pin' | 'position' | 'compound'
}

export interface CircleState {
  readonly engine: Engine
  readonly walker: ProfileName
  readonly start: Start | null
  readonly reckoning: Reckoning | null
  readonly chooseWalker: (walker: ProfileName) => void
  readonly putPin: (position: Wgs84) => void
  readonly takePinAway: () => void
}

/** Where from, who walks, and what comes of it. */
export function useReckoning(circle: Circle): CircleState {
  const { origin } = useOrigin()
  const { edition } = useDisplay()
  const [walker, setWalker] = useState(() => walkerFor(edition))
  const [pin, setPin] = useState<Wgs84 | null>(null)
  const start = useMemo(() => startOf(origin, pin), [origin, pin])
  const engine = useMemo(() => openEngine(circle), [circle])
  const reckoning = useMemo(
    () => (start === null ? null : engine.reckon(walker, start.position)),
    [engine, walker, start],
  )
  return {
    engine,
    walker,
    start,
    reckoning,
    chooseWalker(chosen) {
      setWalker(chosen)
      rememberWalker(chosen)
    },
    putPin: setPin,
    takePinAway: () => setPin(null),
  }
}

function startOf(origin: Origin, pin: Wgs84 | null): Start | null {
  if (pin !== null) return { position: pin, from: 'pin' }
  if (origin.kind === 'position') return { position: origin.position, from: 'position' }
  if (origin.kind === 'compound' && origin.compound.position !== null) {
    return { position: origin.compound.position, from: 'compound' }
  }
  return null
}
