import type { BarrierKind } from '../graph/street-graph'
import type { ArterialShare } from '../build/network'
import { EDGE } from '../graph/street-graph'

/** Tags of a map feature, as in OpenStreetMap. */
export type Tags = Readonly<Record<string, string>>

/** Why nobody walks on a street, in the words of the importer's report. */
export type NotWalkable =
  | 'not a street'
  | 'no way for walkers'
  | 'under construction'
  | 'motorway'
  | 'expressway on a bridge, or a ramp to it'
  | 'road tunnel'
  | 'called an expressway or a tunnel'
  | 'walking forbidden'
  | 'private'

export interface StreetRule {
  readonly refused?: NotWalkable
  readonly flags: number
  readonly name: string
  readonly arterial: ArterialShare
}

/** Where one walks unless a sign says otherwise (`highway=*`). */
const WALKABLE: ReadonlySet<string> = new Set([
  ...['footway', 'path', 'pedestrian', 'steps', 'living_street', 'corridor', 'platform', 'crossing'],
  ...['residential', 'unclassified', 'service', 'track', 'road', 'cycleway', 'bridleway'],
  ...['tertiary', 'secondary', 'primary', 'trunk'],
  ...['tertiary_link', 'secondary_link', 'primary_link', 'trunk_link'],
])
const MOTORWAYS: ReadonlySet<string> = new Set(['motorway', 'motorway_link'])
const UNBUILT: ReadonlySet<string> = new Set(['construction', 'proposed', 'planned'])
/**
 * OpenStreetMap's table of default access lets walkers on to a trunk road wherever a country has no row of its own, and
 * China has none: at street level a trunk road is a national road through a town, and one walks along it. But urban
 * expressways (快速路, elevated or sunk) are drawn as trunk roads too, and there traffic rules bar walkers without
 * anybody tagging it. So one on a bridge or in a tunnel, or a ramp, is not walked unless `foot` or a pavement says so.
 */
const EXPRESSWAYS: ReadonlySet<string> = new Set(['trunk', 'trunk_link'])
/** Their tunnels are for cars, under a river or a crossing, unless found otherwise; lesser streets pass under a railway. */
const CAR_ROADS: ReadonlySet<string> = new Set([
  ...['trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link'],
])
const NAMED_ROADS: ReadonlySet<string> = new Set([...CAR_ROADS, 'tertiary', 'tertiary_link', 'unclassified'])
/** A second hint where neither bridge nor tunnel is tagged; the street beside or below an expressway is none. */
const EXPRESS_NAME = /高架|快速路|隧道|elevated r|expressway|tunnel/i
const NAMES = ['name', 'name:zh', 'name:en', 'official_name'] as const
const BESIDE_EXPRESSWAY = /辅路|辅道|地面|桥下/
/** `separate`: the pavement is drawn as a way of its own, and this one has none. */
const PAVEMENTS: ReadonlySet<string> = new Set(['both', 'left', 'right', 'yes'])
const PAVEMENT_TAGS = ['sidewalk', 'sidewalk:both', 'sidewalk:left', 'sidewalk:right'] as const
/** Roads so wide that crossing them costs time. */
const ARTERIAL: ReadonlySet<string> = new Set(['trunk', 'primary', 'secondary'])
const ONE_WAY: ReadonlySet<string> = new Set(['yes', '1', 'true', '-1'])
const ALLOWED: ReadonlySet<string> = new Set([
  'yes',
  'designated',
  'permissive',
  'official',
  'destination',
  'public',
])
const FORBIDDEN: ReadonlySet<string> = new Set(['no', 'private', 'use_sidepath', 'discouraged'])
const CLOSED: ReadonlySet<string> = new Set(['no', 'private'])
/** Open to some people only, none of whom is meant here. */
const PRIVATE: ReadonlySet<string> = new Set(['private', 'military', 'permit', 'employees'])
/** Tunnels that one walks through at street level, under a house. */
const AT_STREET_LEVEL: ReadonlySet<string> = new Set(['no', 'building_passage'])

/** What the tags of a street say to somebody on foot. */
export function readStreet(tags: Tags): StreetRule {
  const rule = { flags: flagsOf(tags), name: nameOf(tags), arterial: arterialOf(tags) }
  const refused = refusalOf(tags)
  return refused ? { ...rule, refused } : rule
}

export function nameOf(tags: Tags): string {
  return tags['name'] ?? tags['name:zh'] ?? ''
}

function refusalOf(tags: Tags): NotWalkable | undefined {
  const { highway, foot, access, construction } = tags
  if (!highway) return 'not a street'
  if (UNBUILT.has(highway) || construction === 'yes') return 'under construction'
  if (foot !== undefined && ALLOWED.has(foot)) return undefined
  if (MOTORWAYS.has(highway)) return 'motorway'
  if (!WALKABLE.has(highway)) return 'no way for walkers'
  if (foot !== undefined && PRIVATE.has(foot)) return 'private'
  if (foot !== undefined && FORBIDDEN.has(foot)) return 'walking forbidden'
  if (tags['motorroad'] === 'yes' || tags['indoor'] === 'room') return 'walking forbidden'
  if (access !== undefined && PRIVATE.has(access)) return 'private'
  if (access === 'no') return 'walking forbidden'
  return hasPavement(tags) ? undefined : forCarsAlone(tags)
}

const hasPavement = (tags: Tags): boolean =>
  PAVEMENT_TAGS.some((tag) => {
    const found = tags[tag]
    return found !== undefined && PAVEMENTS.has(found)
  })

/** A road that says nothing of walkers, and on which there are none. */
function forCarsAlone(tags: Tags): NotWalkable | undefined {
  const { highway = '', tunnel } = tags
  const isTunnel = tunnel !== undefined && !AT_STREET_LEVEL.has(tunnel)
  if (isTunnel && CAR_ROADS.has(highway)) return 'road tunnel'
  if (EXPRESSWAYS.has(highway) && (isLevel(tags) || isElsewhere(tags) || highway === 'trunk_link'))
    return 'expressway on a bridge, or a ramp to it'
  const name = NAMES.map((tag) => tags[tag] ?? '').join(' ')
  if (tags['highway:CN:urban'] === 'expressway') return 'called an expressway or a tunnel'
  const isNamed = NAMED_ROADS.has(highway) && EXPRESS_NAME.test(name) && !BESIDE_EXPRESSWAY.test(name)
  return isNamed ? 'called an expressway or a tunnel' : undefined
}

/** Above or below the street by its layer alone: the bridge or the cutting was not drawn. */
const isElsewhere = ({ layer }: Tags): boolean => layer !== undefined && /^[+-]?[1-9]/.test(layer)

function arterialOf(tags: Tags): ArterialShare {
  if (!ARTERIAL.has(tags['highway'] ?? '') || isLevel(tags)) return 0
  return ONE_WAY.has(tags['oneway'] ?? '') ? 1 : 2
}

function isLevel({ bridge, tunnel }: Tags): boolean {
  return (bridge !== undefined && bridge !== 'no') || (tunnel !== undefined && !AT_STREET_LEVEL.has(tunnel))
}

function flagsOf(tags: Tags): number {
  const { highway, wheelchair } = tags
  // A ramp beside the steps that carries wheelchairs makes them a slope for this purpose.
  const isSteps = highway === 'steps' && tags['ramp:wheelchair'] !== 'yes'
  const isCrossing = highway === 'crossing' || tags['footway'] === 'crossing' || tags['path'] === 'crossing'
  return (
    (isSteps ? EDGE.steps : 0) |
    (wheelchair === 'yes' || wheelchair === 'designated' ? EDGE.verified : 0) |
    (wheelchair === 'no' ? EDGE.wheelchairBarred : 0) |
    (isCrossing ? EDGE.crossing : 0) |
    (isLevel(tags) ? EDGE.level : 0)
  )
}

/** Which gates and posts stand in the way at a point (`barrier=*` on a node). */
export interface PointRule {
  readonly gate: boolean
  readonly closed: boolean
  readonly wheelchairBarred: boolean
}

const GATES: ReadonlySet<string> = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'entrance',
  'hampshire_gate',
  'wicket_gate',
])
/** Barriers for vehicles: closed to them does not mean closed to walkers. */
const VEHICLE_GATES: ReadonlySet<string> = new Set(['lift_gate', 'swing_gate', 'sliding_beam'])
const NO_WHEELS: ReadonlySet<string> = new Set([
  'stile',
  'turnstile',
  'full-height_turnstile',
  'kissing_gate',
  'cycle_barrier',
])

/** What the tags of a point on a street say to somebody on foot. */
export function readPoint(tags: Tags): PointRule {
  const { barrier, foot, access, locked, wheelchair } = tags
  const signed = foot ?? (barrier !== undefined && VEHICLE_GATES.has(barrier) ? undefined : access)
  const isOpen = signed !== undefined && ALLOWED.has(signed)
  return {
    gate: barrier !== undefined && GATES.has(barrier),
    closed:
      barrier !== undefined && !isOpen && ((signed !== undefined && CLOSED.has(signed)) || locked === 'yes'),
    wheelchairBarred: barrier !== undefined && (NO_WHEELS.has(barrier) || wheelchair === 'no'),
  }
}

const WALLS: ReadonlySet<string> = new Set(['wall', 'fence', 'city_wall', 'retaining_wall', 'hedge'])
/** Streams and ditches are left out: one steps over them, or they run under the street. */
const WATERWAYS: ReadonlySet<string> = new Set(['river', 'canal', 'riverbank', 'dock', 'tidal_channel'])
const WATER_LAND: ReadonlySet<string> = new Set(['reservoir', 'basin'])
/** Trams are left out: their tracks lie in the street. */
const RAILWAYS: ReadonlySet<string> = new Set(['rail', 'light_rail', 'subway', 'narrow_gauge'])

/**
 * What a line or the outline of an area bars to somebody who walks off the street: water, walls, railways and
 * expressways at ground level; undefined for everything else, and for what runs on a bridge or in a tunnel.
 */
export function readBarrier(tags: Tags): BarrierKind | undefined {
  const { bridge, tunnel, natural, waterway, landuse, barrier, railway, highway, motorroad } = tags
  if ((bridge !== undefined && bridge !== 'no') || (tunnel !== undefined && tunnel !== 'no')) return undefined
  if (natural === 'water' || natural === 'coastline') return 'water'
  if (waterway !== undefined && WATERWAYS.has(waterway)) return 'water'
  if (landuse !== undefined && WATER_LAND.has(landuse)) return 'water'
  if (barrier !== undefined && WALLS.has(barrier)) return 'wall'
  if (railway !== undefined && RAILWAYS.has(railway)) return 'railway'
  if (highway !== undefined && (MOTORWAYS.has(highway) || motorroad === 'yes')) return 'expressway'
  return undefined
}
