import { queryOptions } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed'
import { useDisplay } from '../display/display-provider'
import { usePageQuery } from '../page/use-page-query'
import { positionOf, useStartPoint, type StartPoint } from '../start-point/start-point'
import { ApiError } from '../../api/result'
import type { Circle } from '../walking-engine/circle-data'
import type { WaysFromStart } from '../walking-engine/map-engine'
import { loadEngine, type WalkingEngine } from '../walking-times/load-engine'
import { STREET_DATA } from '../walking-times/street-data'
import { storeWalker, walkerFor } from '../walking-times/walking-times'

/** Streets and places, and what reckons with them. */
export interface OpenCircle {
  readonly engine: WalkingEngine
  readonly circle: Circle
}

/** Renewed once a start: streets hardly change, and a map should not jump under a finger. */
const circleQuery = queryOptions({
  queryKey: ['lifeCircle.show'],
  queryFn: async (): Promise<OpenCircle> => {
    const engine = await loadEngine()
    // Its subpackage did not come, or this WeChat is too old to fetch one: the same as a network that is gone.
    if (engine === null) throw new ApiError({ kind: 'lost', why: 'offline' })
    return { engine, circle: await engine.loadCircle(STREET_DATA) }
  },
  staleTime: Infinity,
  // A graph is arrays of numbers: comparing two of them entry by entry would take longer than drawing one.
  structuralSharing: false,
})

export const useCircleData = () => usePageQuery(circleQuery)

/** Put on the map by hand: one place's own page starts from there too, until the app is closed. */
let pinNow: Wgs84 | null = null

export interface Start {
  readonly position: Wgs84
  /** `pin`: put on the map by hand, for this visit only. */
  readonly from: 'pin' | 'position' | 'compound'
}

export interface LifeCircleState {
  readonly walker: ProfileName
  readonly start: Start | null
  readonly ways: WaysFromStart | null
  readonly chooseWalker: (walker: ProfileName) => void
  readonly putPin: (position: Wgs84) => void
  readonly takePinAway: () => void
}

/** Where from, who walks, and what comes of it. */
export function useLifeCircle({ engine, circle }: OpenCircle): LifeCircleState {
  const { startPoint } = useStartPoint()
  const { edition } = useDisplay()
  const [walker, setWalker] = useState(() => walkerFor(edition))
  const [pin, setPin] = useState(pinNow)
  const start = useMemo(() => startFrom(startPoint, pin), [startPoint, pin])
  const reckoner = useMemo(() => engine.openEngine(circle), [engine, circle])
  const ways = useMemo(
    () => (start === null ? null : reckoner.waysFrom(walker, start.position)),
    [reckoner, walker, start],
  )
  const putPin = (position: Wgs84 | null): void => {
    pinNow = position
    setPin(position)
  }
  return {
    walker,
    start,
    ways,
    chooseWalker(chosen) {
      setWalker(chosen)
      storeWalker(chosen)
    },
    putPin,
    takePinAway: () => putPin(null),
  }
}

function startFrom(startPoint: StartPoint, pin: Wgs84 | null): Start | null {
  if (pin !== null) return { position: pin, from: 'pin' }
  const position = positionOf(startPoint)
  return position === null || startPoint.kind === 'none' ? null : { position, from: startPoint.kind }
}
