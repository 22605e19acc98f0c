import type { Wgs84 } from '../../../../core/kernel/units'
import { positionOn } from '../../../../core/walkshed/graph/plane'
import type { Polylines } from '../../../../core/walkshed/graph/polylines'
import { BARRIER_KINDS, type StreetGraph } from '../../../../core/walkshed/graph/street-graph'
import type { Backdrop } from '../../../platform/map/drawn/life-map-props'

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
