import { addPoint, type Network, type NetworkWay } from '../build/network'
import { buildGrid, visitNear, type Grid } from '../graph/grid'
import { eastOf, northOf, planeAround, type Plane } from '../graph/plane'
import { crosses, crossingShare, nearestShare } from '../graph/segments'
import { lineOfPoint, type Polylines } from '../graph/polylines'
import { wgs84 } from '../../kernel/units'
import type { Coordinate } from './geojson'

/** A place on a way: how far (0 to 1) between its points `segment` and `segment + 1`. */
export interface Spot {
  readonly way: number
  readonly segment: number
  readonly share: number
  readonly at: Coordinate
}

export interface Insertion extends Spot {
  /** Bits of `POINT` that the point gets. */
  readonly flags: number
  readonly name?: string
}

const CELL = 800
/** Decimetres within which an existing point of the way serves instead of a new one. */
const SAME_POINT = 5

/** Finds places on the walkable ways of a network, as it was when the finder was made. */
export class StreetFinder {
  private readonly plane: Plane
  private readonly lines: Polylines
  private readonly grid: Grid

  constructor(private readonly network: Network) {
    this.plane = planeAround(wgs84(network.longitude[0] ?? 0, network.latitude[0] ?? 0))
    this.lines = this.layOut(network.ways)
    this.grid = buildGrid(this.lines, CELL)
  }

  /** The nearest spot at most `limit` metres away (inclusive) on a way that `accepts`. */
  nearest(
    longitude: number,
    latitude: number,
    limit: number,
    accepts: (way: number) => boolean = () => true,
  ): Spot | undefined {
    const { x, y } = this.lines
    const px = eastOf(this.plane, longitude)
    const py = northOf(this.plane, latitude)
    let least = limit * 10
    let best: Spot | undefined
    visitNear(this.grid, px, py, px, py, limit * 10, (p) => {
      const share = nearestShare(x[p]!, y[p]!, x[p + 1]!, y[p + 1]!, px, py)
      const away = Math.hypot(
        x[p]! + (x[p + 1]! - x[p]!) * share - px,
        y[p]! + (y[p + 1]! - y[p]!) * share - py,
      )
      if (away > least || (best && away === least) || !accepts(lineOfPoint(this.lines, p))) return false
      least = away
      best = this.spotAt(p, share)
      return false
    })
    return best
  }

  /** Every spot where the line crosses a way. */
  crossings(line: readonly Coordinate[]): Spot[] {
    const { x, y } = this.lines
    const found = new Map<string, Spot>()
    for (let k = 0; k + 1 < line.length; k++) {
      const [ax, ay] = this.project(line[k]!)
      const [bx, by] = this.project(line[k + 1]!)
      visitNear(this.grid, ax, ay, bx, by, 0, (p) => {
        const [cx, cy, dx, dy] = [x[p]!, y[p]!, x[p + 1]!, y[p + 1]!]
        if (crosses(ax, ay, bx, by, cx, cy, dx, dy)) {
          found.set(`${k} ${p}`, this.spotAt(p, crossingShare(cx, cy, dx, dy, ax, ay, bx, by)))
        }
        return false
      })
    }
    return [...found.values()]
  }

  private spotAt(p: number, share: number): Spot {
    const way = lineOfPoint(this.lines, p)
    const segment = p - this.lines.start[way]!
    const { longitude, latitude } = this.network
    const [a, b] = [this.network.ways[way]!.points[segment]!, this.network.ways[way]!.points[segment + 1]!]
    const at: Coordinate = [
      longitude[a]! + (longitude[b]! - longitude[a]!) * share,
      latitude[a]! + (latitude[b]! - latitude[a]!) * share,
    ]
    return { way, segment, share, at }
  }

  private project([longitude, latitude]: Coordinate): [number, number] {
    return [eastOf(this.plane, longitude), northOf(this.plane, latitude)]
  }

  /** Ways that nobody walks keep their place, without points, so that lines and ways have the same indices. */
  private layOut(ways: readonly NetworkWay[]): Polylines {
    const start = new Uint32Array(ways.length + 1)
    const x: number[] = []
    const y: number[] = []
    ways.forEach((way, index) => {
      for (const point of way.walkable ? way.points : []) {
        x.push(eastOf(this.plane, this.network.longitude[point]!))
        y.push(northOf(this.plane, this.network.latitude[point]!))
      }
      start[index + 1] = x.length
    })
    return { count: ways.length, start, x: Int32Array.from(x), y: Int32Array.from(y) }
  }
}

/** Gives each spot a point of its way, a new one unless one is there; gives the points in the same order. */
export function insertPoints(network: Network, insertions: readonly Insertion[]): number[] {
  const points = insertions.map((insertion) => pointFor(network, insertion))
  const byWay = new Map<number, number[]>()
  insertions.forEach(({ way }, index) => byWay.set(way, [...(byWay.get(way) ?? []), index]))
  for (const [way, indices] of byWay) {
    const added = indices.filter((index) => !network.ways[way]!.points.includes(points[index]!))
    added.sort((one, other) => orderOf(insertions[one]!) - orderOf(insertions[other]!))
    const { points: old, ...rest } = network.ways[way]!
    const merged = old.flatMap((point, segment) => [
      point,
      ...added.filter((index) => insertions[index]!.segment === segment).map((index) => points[index]!),
    ])
    network.ways[way] = { ...rest, points: merged }
  }
  return points
}

const orderOf = ({ segment, share }: Spot): number => segment + share

function pointFor(network: Network, { way, segment, at, flags, name }: Insertion): number {
  const ends = [network.ways[way]!.points[segment]!, network.ways[way]!.points[segment + 1]!]
  const plane = planeAround(wgs84(at[0], at[1]))
  const existing = ends.find(
    (end) =>
      Math.hypot(eastOf(plane, network.longitude[end]!), northOf(plane, network.latitude[end]!)) <=
      SAME_POINT,
  )
  const point = existing ?? addPoint(network, at[0], at[1])
  network.flags[point]! |= flags
  if (name) network.pointNames.set(point, name)
  return point
}
