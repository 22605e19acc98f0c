import { performance } from 'node:perf_hooks'
import { seconds, type Wgs84 } from '../../core/kernel/units'
import { graphBytes, type StreetGraph } from '../../core/walkshed/graph/street-graph'
import { bandsOf } from '../../core/walkshed/picture/bands'
import { prepareCanvas } from '../../core/walkshed/picture/painting'
import { walkSeconds, walkTimes } from '../../core/walkshed/walk/arrival'
import { PROFILES } from '../../core/walkshed/walk/profile'
import { search } from '../../core/walkshed/walk/search'
import { prepareWalker, type Walker } from '../../core/walkshed/walk/walker'
import { figure, leftOut, type Figure } from '../figure'
import { placesAround, type Place } from './places'
import { farPoints, metresOutside, onPlane } from './quality'
import { busiestPlace, importAll } from './streets'
import { median, timeEach } from './timing'
import { prepareValhalla, type ReferenceIsochrones } from './valhalla'

const GROUP = 'walkshed'
const BANDS = [seconds(300), seconds(600), seconds(900)]
const QUARTER_HOUR = seconds(900)
const ORIGINS = 100
const FACILITIES = 3000
/** Rounds until the code is compiled, and rounds that count. */
const WARM_UP = 4
const ROUNDS = 5
/** Origins of the look at quality; each takes a while. */
const LOOKED_AT = 25
/** Origins lie within 2 km of the city's busiest place, as the homes of a 街道 do; facilities a walk farther. */
const HOMES_WITHIN = 2000
const PLACES_WITHIN = 3500

/** Everything promised for the whole city, and the graph for what is measured on parts of it. */
export async function measureCity(extract: string): Promise<{ figures: Figure[]; graph: StreetGraph }> {
  const start = performance.now()
  const graph = await importAll(extract)
  const importSeconds = (performance.now() - start) / 1000
  const walker = prepareWalker(graph, PROFILES.adult)
  const middle = busiestPlace(graph)
  const origins = placesAround(walker, middle, HOMES_WITHIN, ORIGINS, 7)
  const facilities = placesAround(walker, middle, PLACES_WITHIN, FACILITIES, 11).map((place) => place.snap)
  const canvas = prepareCanvas()
  const whole = (origin: Place): void => {
    const reach = search(walker, [origin.snap], QUARTER_HOUR)
    walkTimes(reach, facilities)
    bandsOf(reach, BANDS, canvas)
  }
  const searches = timeEach(origins, 5, (origin) => void search(walker, [origin.snap], QUARTER_HOUR))
  const figures = [
    figure(GROUP, 'PBF to graph', importSeconds, 's', { most: 8 }),
    figure(GROUP, 'graph in memory', graphBytes(graph) / 1e6, 'MB', { most: 12 }),
    figure(GROUP, 'search alone at 1,080 m', median(searches), 'ms', { most: 0.3 }),
  ]
  figures.push(...(await besideValhalla(extract, walker, origins, whole)))
  return { figures, graph }
}

/** Both in one run, in turn: a round over all origins each, `ROUNDS` times, after warming up. */
async function besideValhalla(
  extract: string,
  walker: Walker,
  origins: readonly Place[],
  whole: (origin: Place) => void,
): Promise<Figure[]> {
  const name = `three bands with polygons and times to ${FACILITIES} facilities, median of ${ORIGINS} origins`
  const ratio = 'times faster than Valhalla 3.6.1 isochrones alone'
  timeEach(origins, WARM_UP, whole)
  let valhalla: ReferenceIsochrones
  try {
    valhalla = await prepareValhalla(extract, PROFILES.adult.metresPerSecond)
  } catch (error) {
    const why = `Valhalla cannot be installed or run here: ${String(error).split('\n')[0]}`
    const ours = median(timeEach(origins, 1, whole))
    return [
      figure(GROUP, name, ours, 'ms', { most: 5 }),
      leftOut(GROUP, ratio, why),
      ...(await measureQuality(walker, origins, undefined)),
    ]
  }
  for (const origin of origins) await valhalla.time(origin.position)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(...timeEach(origins, 1, whole))
    for (const origin of origins) theirs.push(await valhalla.time(origin.position))
  }
  return [
    figure(GROUP, name, median(ours), 'ms', { most: 5 }),
    figure(GROUP, 'Valhalla 3.6.1, three isochrones', median(theirs), 'ms'),
    figure(GROUP, ratio, median(theirs) / median(ours), '×', { least: 2 }),
    ...(await measureQuality(walker, origins, valhalla)),
  ]
}

async function measureQuality(
  walker: Walker,
  origins: readonly Place[],
  valhalla: ReferenceIsochrones | undefined,
): Promise<Figure[]> {
  const facilities = placesAround(walker, busiestPlace(walker.graph), PLACES_WITHIN, FACILITIES, 13)
  const canvas = prepareCanvas()
  let outside = 0
  let reached = 0
  const ours = { inside: 0, far: 0 }
  const theirs = { inside: 0, far: 0 }
  for (const origin of origins.slice(0, LOOKED_AT)) {
    const reach = search(walker, [origin.snap], QUARTER_HOUR)
    const [band] = bandsOf(reach, [QUARTER_HOUR], canvas)
    const rings = onPlane(walker.graph, band?.polygons.flat() ?? [])
    for (const { snap } of facilities) {
      if (walkSeconds(reach, snap) === Infinity) continue
      reached++
      if (metresOutside(rings, snap.x, snap.y) > 50) outside++
    }
    add(ours, farPoints(reach, rings))
    if (valhalla) add(theirs, farPoints(reach, onPlane(walker.graph, await valhalla.rings(origin.position))))
  }
  const area = 'of the polygon is farther than 60 m from a reached street'
  return [
    figure(GROUP, `reachable facilities more than 50 m outside the polygon (of ${reached})`, outside, '', {
      most: 0,
    }),
    figure(GROUP, `share that ${area}`, share(ours), '%', { most: 0.5 }),
    ...(valhalla ? [figure(GROUP, `Valhalla: share that ${area}`, share(theirs), '%')] : []),
  ]
}

interface Counted {
  inside: number
  far: number
}

function add(sum: Counted, more: Counted): void {
  sum.inside += more.inside
  sum.far += more.far
}

const share = ({ inside, far }: Counted): number => (100 * far) / Math.max(1, inside)

/** How much longer a search takes on all of the city than on the part around its origin. */
export function costGrowth(city: StreetGraph, part: StreetGraph, middle: Wgs84, place: PlacesAround): Figure {
  const [small, large] = [prepareWalker(part, PROFILES.adult), prepareWalker(city, PROFILES.adult)]
  const times = [small, large].map((walker) => {
    const origins = place(walker, middle, 300, 50, 5)
    return median(timeEach(origins, 40, (origin) => void search(walker, [origin.snap], QUARTER_HOUR)))
  })
  const nodes = (city.nodeCount / part.nodeCount).toFixed(0)
  const growth = (times[1] ?? NaN) / (times[0] ?? NaN)
  return figure(GROUP, `search on a graph ${nodes} times as large, from the same places`, growth, '×', {
    most: 1.5,
  })
}

type PlacesAround = (walker: Walker, middle: Wgs84, radius: number, count: number, seed: number) => Place[]
