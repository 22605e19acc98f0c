import type { Wgs84 } from '../../core/kernel/units'
import { eastOf, northOf } from '../../core/walkshed/graph/plane'
import { nearestShare } from '../../core/walkshed/graph/segments'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'
import { emptySamples, sampleStreets } from '../../core/walkshed/picture/samples'
import type { Reach } from '../../core/walkshed/walk/search'

/** Decimetres on the graph's plane. */
type Rings = readonly (readonly (readonly [x: number, y: number])[])[]

/** The area is looked at every 10 m. */
const STEP = 100
/** Farther than 60 m from every reached street, nobody knows how one would get there. */
const FAR = 600

export function onPlane(graph: StreetGraph, rings: readonly (readonly Wgs84[])[]): Rings {
  return rings.map((ring) =>
    ring.map(
      ([longitude, latitude]) => [eastOf(graph.plane, longitude), northOf(graph.plane, latitude)] as const,
    ),
  )
}

/** How far outside the rings a point lies, in metres; 0 inside. */
export function metresOutside(rings: Rings, x: number, y: number): number {
  if (isInside(rings, x, y)) return 0
  let nearest = Infinity
  for (const ring of rings) {
    ring.forEach(([bx, by], k) => {
      const [ax, ay] = ring[k === 0 ? ring.length - 1 : k - 1] ?? [bx, by]
      const share = nearestShare(ax, ay, bx, by, x, y)
      nearest = Math.min(nearest, Math.hypot(ax + (bx - ax) * share - x, ay + (by - ay) * share - y))
    })
  }
  return nearest / 10
}

/** Counts the points of a 10 m grid inside the rings, and those of them that are far from what was reached. */
export function farPoints(reach: Reach, rings: Rings): { inside: number; far: number } {
  const streets = streetSquares(reach)
  const corners = rings.flat()
  const [west, east] = rangeOf(corners.map(([x]) => x))
  const [south, north] = rangeOf(corners.map(([, y]) => y))
  let inside = 0
  let far = 0
  for (let x = Math.ceil(west / STEP) * STEP; x <= east; x += STEP) {
    for (let y = Math.ceil(south / STEP) * STEP; y <= north; y += STEP) {
      if (!isInside(rings, x, y)) continue
      inside++
      if (!isNearStreet(streets, x, y)) far++
    }
  }
  return { inside, far }
}

type Squares = ReadonlyMap<string, readonly (readonly [x: number, y: number])[]>

const squareOf = (x: number, y: number): string => `${Math.floor(x / FAR)} ${Math.floor(y / FAR)}`

/** The reached streets as points 8 m apart, by squares of 60 m. */
function streetSquares(reach: Reach): Squares {
  const samples = emptySamples()
  sampleStreets(reach, samples)
  const squares = new Map<string, (readonly [number, number])[]>()
  for (let k = 0; k < samples.count; k++) {
    const point = [samples.x[k] ?? 0, samples.y[k] ?? 0] as const
    const square = squares.get(squareOf(...point))
    if (square) square.push(point)
    else squares.set(squareOf(...point), [point])
  }
  return squares
}

function isNearStreet(streets: Squares, x: number, y: number): boolean {
  for (const dx of [-FAR, 0, FAR]) {
    for (const dy of [-FAR, 0, FAR]) {
      const near = streets.get(squareOf(x + dx, y + dy)) ?? []
      if (near.some((point) => Math.hypot(point[0] - x, point[1] - y) <= FAR)) return true
    }
  }
  return false
}

function isInside(rings: Rings, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    let [px, py] = ring[ring.length - 1] ?? [0, 0]
    for (const [qx, qy] of ring) {
      if (qy > y !== py > y && x < px + ((qx - px) * (y - py)) / (qy - py)) inside = !inside
      px = qx
      py = qy
    }
  }
  return inside
}

function rangeOf(values: readonly number[]): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
}
