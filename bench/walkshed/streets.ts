import type { Ring } from '../../core/walkshed/build/area'
import { insideTest } from '../../core/walkshed/build/area'
import { buildGraph } from '../../core/walkshed/build/build-graph'
import { positionOn } from '../../core/walkshed/graph/plane'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'
import type { Wgs84 } from '../../core/kernel/units'
import { readStreets } from '../../scripts/import-streets/read-streets'

const ATTRIBUTION = '© OpenStreetMap contributors'
/** A 街道 of the size of 曹杨新村 (2.08 km²) as a circle, and the margin that the importer keeps around it. */
const SUBDISTRICT_RADIUS = Math.sqrt(2_080_000 / Math.PI)
const MARGIN = 1500

/** The whole file as a graph. */
export function importAll(file: string): Promise<StreetGraph> {
  return importWhere(file, () => true)
}

/** The part of the file that a 街道 around this place would import. */
export function importSubdistrict(file: string, middle: Wgs84): Promise<StreetGraph> {
  return importWhere(file, insideTest({ rings: [circle(middle, SUBDISTRICT_RADIUS)], margin: MARGIN }))
}

async function importWhere(
  file: string,
  keeps: (longitude: number, latitude: number) => boolean,
): Promise<StreetGraph> {
  const { network } = await readStreets(file, keeps, () => undefined)
  return buildGraph(network, { source: ATTRIBUTION, sketch: false, components: 'largest' }).graph
}

function circle([longitude, latitude]: Wgs84, radius: number): Ring {
  const tall = radius / 111_195
  const wide = tall / Math.cos((latitude * Math.PI) / 180)
  return Array.from({ length: 64 }, (_, k) => {
    const angle = (k / 64) * 2 * Math.PI
    return [longitude + Math.cos(angle) * wide, latitude + Math.sin(angle) * tall] as const
  })
}

/** Where streets are densest: the middle of the 500 m square with the most nodes. */
export function busiestPlace(graph: StreetGraph): Wgs84 {
  const counts = new Map<string, { count: number; x: number; y: number }>()
  const { start, x, y } = graph.edgeLines
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const p = start[edge] ?? 0
    const square = [Math.floor((x[p] ?? 0) / 5000), Math.floor((y[p] ?? 0) / 5000)] as const
    const found = counts.get(square.join()) ?? {
      count: 0,
      x: square[0] * 5000 + 2500,
      y: square[1] * 5000 + 2500,
    }
    found.count++
    counts.set(square.join(), found)
  }
  const [busiest] = [...counts.values()].sort((one, other) => other.count - one.count)
  return positionOn(graph.plane, busiest?.x ?? 0, busiest?.y ?? 0)
}
