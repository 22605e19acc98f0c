import type { BarrierKind } from '../graph/street-graph'
import type { Tags } from './tags'

const WALLS = new Set(['wall', 'fence', 'city_wall', 'retaining_wall', 'hedge'])
/** Streams and ditches are left out: one steps over them, or they run under the street. */
const WATERWAYS = new Set(['river', 'canal', 'riverbank', 'dock', 'tidal_channel'])
const WATER_LAND = new Set(['reservoir', 'basin'])
/** Trams are left out: their tracks lie in the street. */
const RAILWAYS = new Set(['rail', 'light_rail', 'subway', 'narrow_gauge'])
const EXPRESSWAYS = new Set(['motorway', 'motorway_link'])

/**
 * What a line or the outline of an area bars to somebody who walks off the street: water, walls, railways and
 * expressways at ground level; undefined for everything else, and for what runs on a bridge or in a tunnel.
 */
export function readBarrier(tags: Tags): BarrierKind | undefined {
  const { bridge, tunnel, natural, waterway, landuse, barrier, railway, highway } = tags
  if ((bridge !== undefined && bridge !== 'no') || (tunnel !== undefined && tunnel !== 'no')) return undefined
  if (natural === 'water' || natural === 'coastline') return 'water'
  if (waterway !== undefined && WATERWAYS.has(waterway)) return 'water'
  if (landuse !== undefined && WATER_LAND.has(landuse)) return 'water'
  if (barrier !== undefined && WALLS.has(barrier)) return 'wall'
  if (railway !== undefined && RAILWAYS.has(railway)) return 'railway'
  if (highway !== undefined && EXPRESSWAYS.has(highway)) return 'expressway'
  return undefined
}
