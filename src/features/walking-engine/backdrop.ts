import { wgs84, type Wgs84 } from '../../../core/kernel/units'
import { positionOn } from '../../../core/walkshed/graph/plane'
import type { Polylines } from '../../../core/walkshed/graph/polylines'
import { BARRIER_KINDS, type StreetGraph } from '../../../core/walkshed/graph/street-graph'
import type { Backdrop, MapName } from '../../platform/map/drawn/life-map-props'
import type { Circle } from './circle-data'

type Line = readonly Wgs84[]

/** A street or a place so called is a green. */
const GREEN = /公园$|绿地$/

/** The streets themselves with greens, water and their names, for a map that has no base map below it. */
export function backdropOf({ graph, places }: Circle): Backdrop {
  const { edgeLines, edgeName, barriers, names } = graph
  const edges = Array.from({ length: edgeLines.count }, (_, index) => ({
    name: names[edgeName[index] ?? 0] ?? '',
    line: drawn(graph, edgeLines, index),
  }))
  const kept = Array.from({ length: barriers.lines.count }, (_, index) => ({
    isWater: BARRIER_KINDS[barriers.kind[index] ?? 0] === 'water',
    name: names[barriers.name[index] ?? 0] ?? '',
    line: drawn(graph, barriers.lines, index),
  }))
  const water = kept.filter(({ isWater }) => isWater)
  const greenWays = edges.filter(({ name }) => GREEN.test(name))
  const parks = parksOf(places, new Set(greenWays.map(({ name }) => name)))
  return {
    streets: edges.map(({ line }) => line),
    greenWays: greenWays.map(({ line }) => line),
    parks: parks.map(({ spots: [spot] }) => spot).flatMap((spot) => (spot === undefined ? [] : [spot.at])),
    water: water.map(({ line }) => line),
    barriers: kept.filter(({ isWater }) => !isWater).map(({ line }) => line),
    names: [
      ...namesAlong(water, 'water'),
      ...parks,
      ...namesAlong(greenWays, 'green'),
      ...namesAlong(
        edges.filter(({ name }) => !GREEN.test(name)),
        'street',
      ),
    ],
  }
}

function drawn({ plane }: StreetGraph, lines: Polylines, index: number): Line {
  const positions: Wgs84[] = []
  for (let point = lines.start[index] ?? 0; point < (lines.start[index + 1] ?? 0); point++) {
    positions.push(positionOn(plane, lines.x[point] ?? 0, lines.y[point] ?? 0))
  }
  return positions
}

/** Of their outlines nothing is known: the place alone. What has a way of that name is drawn along it. */
function parksOf({ kinds, facilities }: Circle['places'], ways: ReadonlySet<string>): readonly MapName[] {
  const green = new Set(kinds.filter(({ name }) => GREEN.test(name)).map(({ id }) => id))
  return facilities.flatMap(({ kindId, name, position }): MapName[] =>
    position === null || !green.has(kindId) || ways.has(name)
      ? []
      : [{ text: name, kind: 'green', spots: [{ at: position, angle: 0 }] }],
  )
}

interface Named {
  readonly name: string
  readonly line: Line
}

/** Each name once, longest way first, with the stretches it may stand on: those nearest to the middle of its way first. */
function namesAlong(ways: readonly Named[], kind: MapName['kind']): readonly MapName[] {
  const byName = new Map<string, Line[]>()
  for (const { name, line } of ways) {
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), line])
  }
  return [...byName]
    .map(([text, lines]) => ({ text, kind, spots: spotsOn(lines), metres: sum(lines.map(lengthOf)) }))
    .sort((one, other) => other.metres - one.metres)
    .map(({ text, kind, spots }) => ({ text, kind, spots }))
}

/** Shorter than this the direction of a stretch says nothing of that of its street. */
const SHORTEST_STRETCH = 50
/** Names can stand as near to each other as this along a street. */
const STRETCH = 160

/** The stretches of a way with their direction, anticlockwise from east in degrees within ±90: text stands upright. */
function spotsOn(lines: readonly Line[]): MapName['spots'] {
  const stretches = lines
    .flatMap(stretchesOf)
    .map(([from, to]) => ({ from, to, at: between(from, to, 0.5), metres: lengthOf([from, to]) }))
    .filter(({ metres }) => metres >= SHORTEST_STRETCH)
  const all = sum(stretches.map(({ metres }) => metres))
  const middle = [0, 1].map((axis) =>
    sum(stretches.map(({ at, metres }) => ((at[axis] ?? 0) * metres) / all)),
  )
  const away = ([east, north]: Wgs84): number => Math.hypot(east - (middle[0] ?? 0), north - (middle[1] ?? 0))
  return stretches
    .map(({ from, to, at }) => {
      const [east, north] = metresBetween(from, to)
      const turned = (Math.atan2(north, east) * 180) / Math.PI
      return { at, angle: turned > 90 ? turned - 180 : turned <= -90 ? turned + 180 : turned }
    })
    .sort((one, other) => away(one.at) - away(other.at))
}

/** A line cut into pieces of about `STRETCH`: at its corners where these are near enough, else between them. */
function stretchesOf(line: Line): (readonly [Wgs84, Wgs84])[] {
  const points = line.flatMap((to, index) => {
    const from = line[index - 1]
    const pieces = from === undefined ? 1 : Math.max(1, Math.round(lengthOf([from, to]) / STRETCH))
    return Array.from({ length: pieces }, (_, piece) => between(from ?? to, to, (piece + 1) / pieces))
  })
  const stretches: (readonly [Wgs84, Wgs84])[] = []
  let from = points[0]
  for (const [index, to] of points.entries()) {
    if (from === undefined || index === 0) continue
    if (index === points.length - 1 || lengthOf([from, to]) >= STRETCH / 2) {
      stretches.push([from, to])
      from = to
    }
  }
  return stretches
}

const between = ([east, north]: Wgs84, [toEast, toNorth]: Wgs84, share: number): Wgs84 =>
  wgs84(east + (toEast - east) * share, north + (toNorth - north) * share)

const METRES_A_DEGREE = 111_320

function metresBetween([east, north]: Wgs84, [toEast, toNorth]: Wgs84): readonly [number, number] {
  const across = Math.cos((north * Math.PI) / 180)
  return [(toEast - east) * across * METRES_A_DEGREE, (toNorth - north) * METRES_A_DEGREE]
}

const lengthOf = (line: Line): number =>
  line.reduce((length, point, index) => {
    const before = line[index - 1]
    return before === undefined ? 0 : length + Math.hypot(...metresBetween(before, point))
  }, 0)

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
