import { queryOptions } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed'
import { useDisplay } from '../display/display-provider'
import { usePageQuery } from '../page/use-page-query'
import { positionOf, useStartPoint, type StartPoint } from '../start-point/start-point'
import { loadCircle, type Circle } from '../walking-engine/circle-data'
import { STREET_DATA } from '../walking-times/street-data'
import { storeWalker, walkerFor } from '../walking-times/walking-times'
import { openEngine, type Engine, type WaysFromStart } from './map-engine'

/** Renewed once a start: streets hardly change, and a map should not jump under a finger. */
const circleQuery = queryOptions({
  queryKey: ['lifeCircle.show'],
  queryFn: () => loadCircle(STREET_DATA),
  staleTime: Infinity,
  // A graph is arrays of numbers: comparing two of them entry by entry would take longer than drawing one.
  structuralSharing: false,
})

export const useCircleData = () => usePageQuery(circleQuery)

export interface Start {
  readonly position: Wgs84
  /** `pin`: put on the map by hand, for this visit only. */
  readonly from: 'pin' | 'position' | 'compound'
}

export interface LifeCircleState {
  readonly engine: Engine
  readonly walker: ProfileName
  readonly start: Start | null
  readonly ways: WaysFromStart | null
  readonly chooseWalker: (walker: ProfileName) => void
  readonly putPin: (position: Wgs84) => void
  readonly takePinAway: () => void
}

/** Where from, who walks, and what comes of it. */
export function useLifeCircle(circle: Circle): LifeCircleState {
  const { startPoint } = useStartPoint()
  const { edition } = useDisplay()
  const [walker, setWalker] = useState(() => walkerFor(edition))
  const [pin, setPin] = useState<Wgs84 | null>(null)
  const start = useMemo(() => startFrom(startPoint, pin), [startPoint, pin])
  const engine = useMemo(() => openEngine(circle), [circle])
  const ways = useMemo(
    () => (start === null ? null : engine.waysFrom(walker, start.position)),
    [engine, walker, start],
  )
  return {
    engine,
    walker,
    start,
    ways,
    chooseWalker(chosen) {
      setWalker(chosen)
      storeWalker(chosen)
    },
    putPin: setPin,
    takePinAway: () => setPin(null),
  }
}

function startFrom(startPoint: StartPoint, pin: Wgs84 | null): Start | null {
  if (pin !== null) return { position: pin, from: 'pin' }
  const position = positionOf(startPoint)
  return position === null || startPoint.kind === 'none' ? null : { position, from: startPoint.kind }
}
