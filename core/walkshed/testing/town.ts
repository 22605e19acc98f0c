import { buildGraph } from '../build/build-graph'
import { addPoint, emptyNetwork, type Network } from '../build/network'
import { planeAround } from '../graph/plane'
import { EDGE, type BarrierKind, type StreetGraph } from '../graph/street-graph'
import { wgs84, type Wgs84 } from '../../kernel/units'

/** Metres east and north of the middle of the town. */
export type Spot = readonly [east: number, north: number]

export interface DrawnStreet {
  /** Corners by name; streets meet where they share one. */
  readonly through: readonly string[]
  readonly name?: string
  readonly is?: readonly (keyof typeof EDGE)[]
  /** A one-way road is one carriageway of two. */
  readonly arterial?: 'two-way' | 'one-way'
}

export interface DrawnTown {
  readonly corners: Readonly<Record<string, Spot>>
  readonly streets: readonly DrawnStreet[]
  readonly barriers?: readonly {
    readonly kind: BarrierKind
    readonly name?: string
    readonly line: readonly Spot[]
  }[]
  /** Bits of `POINT` by corner. */
  readonly marks?: Readonly<Record<string, number>>
  readonly names?: Readonly<Record<string, string>>
}

/** An invented place for tests, on the latitude of Shanghai. */
const MIDDLE = wgs84(121.4, 31.24)

/** The WGS-84 position of a spot, not rounded. */
export function at(east: number, north: number): Wgs84 {
  const plane = planeAround(MIDDLE)
  return wgs84(MIDDLE[0] + (east * 10) / plane.perLongitude, MIDDLE[1] + (north * 10) / plane.perLatitude)
}

export function drawNetwork(town: DrawnTown): Network {
  const network = emptyNetwork()
  const points = new Map<string, number>()
  for (const [corner, [east, north]] of Object.entries(town.corners)) {
    const point = addPoint(network, at(east, north)[0], at(east, north)[1], town.marks?.[corner])
    points.set(corner, point)
    const name = town.names?.[corner]
    if (name) network.pointNames.set(point, name)
  }
  for (const { through, name, is, arterial } of town.streets) {
    network.ways.push({
      points: through.map((corner) => points.get(corner)!),
      walkable: true,
      flags: (is ?? []).reduce((bits, flag) => bits | EDGE[flag], 0),
      name: name ?? '',
      arterial: arterial === 'two-way' ? 2 : arterial === 'one-way' ? 1 : 0,
    })
  }
  for (const { kind, name, line } of town.barriers ?? []) {
    network.barriers.push({ kind, name: name ?? '', line: line.map(([east, north]) => at(east, north)) })
  }
  return network
}

export function drawTown(town: DrawnTown): StreetGraph {
  return buildGraph(drawNetwork(town), { source: '手绘', sketch: true, components: 'all' }).graph
}

/** Metres east and north of the middle, for looking at what the engine answers. */
export function spotOf(position: Wgs84): Spot {
  const plane = planeAround(MIDDLE)
  return [
    ((position[0] - MIDDLE[0]) * plane.perLongitude) / 10,
    ((position[1] - MIDDLE[1]) * plane.perLatitude) / 10,
  ]
}
