import type { Network } from '../build/network'
import { findUnjoinedCrossings, joinDeadEnds, placeGates } from './join'
import { StreetCollector, type Tally } from '../osm/collector'
import { readFeatures, type Coordinate, type Feature } from './geojson'

export interface DrawnStreets {
  readonly network: Network
  readonly tally: Tally
  /** Ends that lay on another street without a point of it, and were joined to it. */
  readonly joined: number
  /** Where two streets cross without a common point, so that nobody can turn: a slip of the pen, or a bridge. */
  readonly unjoined: readonly Coordinate[]
  /** Gates farther than 25 m from every street, by number of the feature. */
  readonly lostGates: readonly number[]
}

/**
 * Reads streets, barriers and gates from GeoJSON with the tags of OpenStreetMap as properties (`highway`,
 * `name`, `natural=water`, `barrier=wall`, `barrier=gate` …). Streets meet where they share a point, and where
 * one ends within a metre of another; elsewhere crossing lines do not meet. O(points log points).
 * @throws MapFileError naming the feature and what is wrong with it.
 */
export function readGeoJsonStreets(
  json: unknown,
  keeps: (longitude: number, latitude: number) => boolean,
): DrawnStreets {
  const features = readFeatures(json)
  const collector = new StreetCollector(keeps)
  const ids = new Map<string, number>()
  const idOf = (coordinate: Coordinate): number => {
    const key = keyOf(coordinate)
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    collector.point(ids.size - 1, coordinate[0], coordinate[1], {})
    return ids.size - 1
  }
  let wayId = 0
  for (const { lines, tags, isArea } of features) {
    for (const line of lines) collector.way(wayId++, closed(line, isArea).map(idOf), tags)
  }
  const { network, tally } = collector.finish()
  const joined = joinDeadEnds(network)
  const gates = features.filter(isGate).filter(({ point }) => keeps(...point))
  const lostGates = placeGates(network, gates)
  return { network, tally, joined, unjoined: findUnjoinedCrossings(network), lostGates }
}

/** Points closer than about 0.1 m are one. */
function keyOf([longitude, latitude]: Coordinate): string {
  return `${Math.round(longitude * 1e6)} ${Math.round(latitude * 1e6)}`
}

function closed(line: readonly Coordinate[], isArea: boolean): readonly Coordinate[] {
  return isArea && keyOf(line[0]!) !== keyOf(line[line.length - 1]!) ? [...line, line[0]!] : line
}

function isGate(feature: Feature): feature is Feature & { point: Coordinate } {
  return feature.point !== undefined && feature.tags['barrier'] !== undefined
}
