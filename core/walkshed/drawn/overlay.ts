import { addPoint, POINT, type Network, type NetworkBarrier, type NetworkWay } from '../build/network'
import { EDGE } from '../graph/street-graph'
import { readFeatures, type Coordinate, type Feature } from './geojson'
import { GATE_LIMIT } from './join'
import { MapFileError } from '../osm/map-file-error'
import { insertPoints, StreetFinder, type Insertion } from './splice'
import { insideTest } from '../build/area'

export const OVERLAY_KINDS = ['gate', 'crossing', 'closure', 'verified'] as const
export type OverlayKind = (typeof OVERLAY_KINDS)[number]

export interface OverlayReport {
  readonly applied: Record<OverlayKind, number>
  /** What found no street within 25 m. */
  readonly unmatched: readonly {
    readonly feature: number
    readonly kind: OverlayKind
    readonly name: string
  }[]
}

interface OverlayFeature extends Feature {
  readonly kind: OverlayKind
}

/**
 * Lays local knowledge over drawn streets, in place. GeoJSON features with `kind`:
 * `gate` — a Point on a street (`open=no` closes it), or a LineString that leads through a wall from street to
 * street; `crossing` — a Point where passing costs one crossing of an arterial, or a LineString that leads
 * across one; `closure` — a Point, LineString or Polygon at which every street ends; `verified` — a Polygon in
 * which, or a LineString along which (12 m) wheels can pass (`wheelchair=no`: cannot).
 * @throws MapFileError naming the feature and what is wrong with it; the network may then be half changed.
 */
export function applyOverlay(network: Network, json: unknown): OverlayReport {
  const features = readFeatures(json).map(withKind)
  const applied = { gate: 0, crossing: 0, closure: 0, verified: 0 }
  const unmatched: { feature: number; kind: OverlayKind; name: string }[] = []
  const report = (feature: OverlayFeature, matched: boolean): void => {
    if (matched) applied[feature.kind]++
    else unmatched.push({ feature: feature.number, kind: feature.kind, name: feature.tags['name'] ?? '' })
  }
  for (const feature of features.filter(isLink)) report(feature, addLink(network, feature))
  const finder = new StreetFinder(network)
  const insertions: Insertion[] = []
  for (const feature of features.filter((one) => !isLink(one) && one.kind !== 'verified')) {
    const found = spotsOf(network, finder, feature)
    insertions.push(...found)
    report(feature, found.length > 0)
  }
  insertPoints(network, insertions)
  for (const feature of features.filter(({ kind }) => kind === 'verified')) {
    const flag = feature.tags['wheelchair'] === 'no' ? EDGE.wheelchairBarred : EDGE.verified
    report(feature, markStretches(network, feature, flag) > 0)
  }
  return { applied, unmatched }
}

function withKind(feature: Feature): OverlayFeature {
  const kind = OVERLAY_KINDS.find((known) => known === feature.tags['kind'])
  if (!kind) {
    const given = JSON.stringify(feature.tags['kind'])
    throw new MapFileError(
      `overlay feature ${feature.number} has the kind ${given}; it must be one of ${OVERLAY_KINDS.join(', ')}`,
    )
  }
  if (feature.isArea && (kind === 'gate' || kind === 'crossing')) {
    throw new MapFileError(
      `overlay feature ${feature.number} is a ${kind} drawn as an area; draw a point or a line`,
    )
  }
  if (feature.point && kind === 'verified') {
    throw new MapFileError(`overlay feature ${feature.number} is a verified point; draw a line or an area`)
  }
  return { ...feature, kind }
}

const isLink = ({ kind, point }: OverlayFeature): boolean =>
  (kind === 'gate' || kind === 'crossing') && point === undefined

/** A new way from street to street, with the gate or the crossing halfway. */
function addLink(network: Network, { kind, tags, lines }: OverlayFeature): boolean {
  const finder = new StreetFinder(network)
  return lines
    .map((line) => {
      const ends = [line[0]!, line[line.length - 1]!].map((end) => finder.nearest(end[0], end[1], GATE_LIMIT))
      const [start, end] = ends
      if (!start || !end) return false
      const [first, last] = insertPoints(network, [
        { ...start, flags: 0 },
        { ...end, flags: 0 },
      ])
      const between = line.length > 2 ? line.slice(1, -1) : [halfway(line)]
      const inner = between.map(([longitude, latitude]) => addPoint(network, longitude, latitude))
      const middle = inner[inner.length >> 1]!
      network.flags[middle] = pointFlags(kind, tags)
      if (tags['name']) network.pointNames.set(middle, tags['name'])
      network.ways.push({
        points: [first!, ...inner, last!],
        walkable: true,
        flags: (kind === 'crossing' ? EDGE.crossing : 0) | (tags['wheelchair'] === 'yes' ? EDGE.verified : 0),
        name: '',
        arterial: 0,
      })
      return true
    })
    .includes(true)
}

function halfway(line: readonly Coordinate[]): Coordinate {
  const [a, b] = [line[0]!, line[line.length - 1]!]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

function pointFlags(kind: OverlayKind, tags: Feature['tags']): number {
  const closed = kind === 'closure' || tags['open'] === 'no' ? POINT.closed : 0
  const barred = tags['wheelchair'] === 'no' ? POINT.wheelchairBarred : 0
  return closed | barred | (kind === 'gate' ? POINT.gate : kind === 'crossing' ? POINT.crossing : 0)
}

function spotsOf(network: Network, finder: StreetFinder, feature: OverlayFeature): Insertion[] {
  const { kind, tags, point, lines } = feature
  const marks = { flags: pointFlags(kind, tags), name: kind === 'gate' ? (tags['name'] ?? '') : '' }
  if (point) {
    const spot = finder.nearest(point[0], point[1], GATE_LIMIT)
    return spot ? [{ ...spot, ...marks }] : []
  }
  for (const line of lines) network.barriers.push(fenceAlong(line, tags['name'] ?? ''))
  return lines.flatMap((line) => finder.crossings(line)).map((spot) => ({ ...spot, ...marks }))
}

function fenceAlong(line: readonly Coordinate[], name: string): NetworkBarrier {
  return { kind: 'wall', name, line }
}

/** Metres on either side of a line within which a street runs along it. */
const ALONGSIDE = 12

/** Gives a bit of `EDGE` to the stretches of street inside an area or along a line; says how many. */
function markStretches(network: Network, { lines, isArea }: Feature, flag: number): number {
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
