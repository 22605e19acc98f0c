import { insideTest } from '../build/area'
import type { Network, NetworkWay } from '../build/network'
import type { Feature } from './geojson'

/** Metres on either side of a line within which a street runs along it. */
const ALONGSIDE = 12

/** Gives a bit of `EDGE` to the stretches of street inside an area or along a line; says how many. */
export function markStretches(network: Network, { lines, isArea }: Feature, flag: number): number {
  const tests = isArea
    ? [insideTest({ rings: lines, margin: 0 })]
    : lines.map((line) =>
        insideTest({ rings: [[...line, ...line.slice(1, -1).reverse()]], margin: ALONGSIDE }),
      )
  const touches = (longitude: number, latitude: number): boolean =>
    tests.some((test) => test(longitude, latitude))
  let marked = 0
  const ways = network.ways.flatMap((way) => {
    if (!way.walkable) return [way]
    const covered = way.points.slice(1).map((_, index) => isCovered(network, way, index, touches))
    marked += covered.filter(Boolean).length
    return covered.includes(true) ? splitByMark(way, covered, flag) : [way]
  })
  network.ways.splice(0, network.ways.length, ...ways)
  return marked
}

/** A stretch is covered when its ends and its middle are. */
function isCovered(
  { longitude, latitude }: Network,
  way: NetworkWay,
  segment: number,
  touches: (longitude: number, latitude: number) => boolean,
): boolean {
  const [a, b] = [way.points[segment]!, way.points[segment + 1]!]
  return (
    touches(longitude[a]!, latitude[a]!) &&
    touches(longitude[b]!, latitude[b]!) &&
    touches((longitude[a]! + longitude[b]!) / 2, (latitude[a]! + latitude[b]!) / 2)
  )
}

function splitByMark(way: NetworkWay, covered: readonly boolean[], flag: number): NetworkWay[] {
  const pieces: NetworkWay[] = []
  let start = 0
  for (let segment = 1; segment <= covered.length; segment++) {
    if (segment < covered.length && covered[segment] === covered[start]) continue
    const flags = covered[start] ? way.flags | flag : way.flags
    pieces.push({ ...way, flags, points: way.points.slice(start, segment + 1) })
    start = segment
  }
  return pieces
}
