import { addPoint, POINT, type Network, type NetworkBarrier } from '../build/network'
import { EDGE } from '../graph/street-graph'
import { readFeatures, type Coordinate, type Feature } from './geojson'
import { GATE_LIMIT } from './join'
import { MapFileError } from '../osm/map-file-error'
import { insertPoints, StreetFinder, type Insertion } from './splice'
import { markStretches } from './mark-stretches'

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
    const told = JSON.stringify(feature.tags['kind'])
    throw new MapFileError(
      `overlay feature ${feature.number} has the kind ${told}; it must be one of ${OVERLAY_KINDS.join(', ')}`,
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
