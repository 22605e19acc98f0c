import { seconds, type Wgs84 } from '../../../core/kernel/units'
import {
  bandsOf,
  pathTo,
  prepareCanvas,
  search,
  snap,
  type ProfileName,
  type WalkPath,
} from '../../../core/walkshed'
import { positionOn } from '../../../core/walkshed/graph/plane'
import type { Polylines } from '../../../core/walkshed/graph/polylines'
import { BARRIER_KINDS, type StreetGraph } from '../../../core/walkshed/graph/street-graph'
import type { Backdrop, MapBand } from '../../platform/map/drawn/life-map-props'
import type { Circle } from './circle-data'
import { CIRCLE, FARTHEST, openWalkTable, type Walked } from './places-by-minutes'

/** Minutes of the three contours. */
const BAND_MINUTES = [5, 10, 15] as const
const BANDS = BAND_MINUTES.map((minutes) => seconds(minutes * 60))

export interface WaysFromStart extends Walked {
  readonly walker: ProfileName
  /** Widest first, so that each covers less of the one below. */
  readonly bands: () => readonly MapBand[]
  readonly path: (facilityId: string) => WalkPath | undefined
}

export interface Engine {
  readonly circle: Circle
  waysFrom(walker: ProfileName, start: Wgs84): WaysFromStart
}

/** Times, bands and paths from wherever the finger is. */
export function openEngine(circle: Circle): Engine {
  const { graph, places } = circle
  const table = openWalkTable(graph, places)
  const canvas = prepareCanvas()

  function waysFrom(name: ProfileName, start: Wgs84): WaysFromStart {
    const { walker, places: snaps } = table.prepared(name)
    const within = (limit: typeof CIRCLE) => {
      const origin = snap(walker, start)
      return origin.ok ? search(walker, [origin.value], limit) : null
    }
    return {
      walker: name,
      ...table.walked(name, start),
      bands() {
        const reach = within(CIRCLE)
        if (reach === null) return []
        return bandsOf(reach, BANDS, canvas)
          .map(({ polygons }, index) => ({ minutes: BAND_MINUTES[index] ?? 15, polygons }))
          .reverse()
      },
      path(facilityId) {
        const place = snaps[places.facilities.findIndex(({ id }) => id === facilityId)]
        const reach = within(FARTHEST)
        return place && reach ? pathTo(reach, place) : undefined
      },
    }
  }
  return { circle, waysFrom }
}

/** The streets themselves, for a map that has no base map below it. */
export function backdropOf(graph: StreetGraph): Backdrop {
  const { edgeLines, barriers } = graph
  const drawn = (lines: Polylines, index: number): readonly Wgs84[] => {
    const positions: Wgs84[] = []
    for (let point = lines.start[index] ?? 0; point < (lines.start[index + 1] ?? 0); point++) {
      positions.push(positionOn(graph.plane, lines.x[point] ?? 0, lines.y[point] ?? 0))
    }
    return positions
  }
  const water: (readonly Wgs84[])[] = []
  const others: (readonly Wgs84[])[] = []
  for (let index = 0; index < barriers.lines.count; index++) {
    const isWater = BARRIER_KINDS[barriers.kind[index] ?? 0] === 'water'
    ;(isWater ? water : others).push(drawn(barriers.lines, index))
  }
  const streets = Array.from({ length: edgeLines.count }, (_, index) => drawn(edgeLines, index))
  return { streets, water, barriers: others }
}
