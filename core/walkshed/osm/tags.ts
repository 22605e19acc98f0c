import type { ArterialShare } from '../build/network'
import { EDGE } from '../graph/street-graph'

/** Tags of a map feature, as in OpenStreetMap. */
export type Tags = Readonly<Record<string, string>>

/** Why nobody walks on a street. */
export type NotWalkable = 'not a street' | 'no way for walkers' | 'walking forbidden' | 'private'

export interface StreetRule {
  readonly refused?: NotWalkable
  readonly flags: number
  readonly name: string
  readonly arterial: ArterialShare
}

/** Where one walks unless a sign says otherwise (`highway=*`). */
const WALKABLE = new Set([
  ...['footway', 'path', 'pedestrian', 'steps', 'living_street', 'corridor', 'platform', 'crossing'],
  ...['residential', 'unclassified', 'service', 'track', 'road', 'cycleway', 'bridleway'],
  ...['tertiary', 'secondary', 'primary', 'trunk'],
  ...['tertiary_link', 'secondary_link', 'primary_link', 'trunk_link'],
])
/** Roads so wide that crossing them costs time. */
const ARTERIAL = new Set(['trunk', 'primary', 'secondary'])
const ONE_WAY = new Set(['yes', '1', 'true', '-1'])
const ALLOWED = new Set(['yes', 'designated', 'permissive', 'official', 'destination', 'public'])
const FORBIDDEN = new Set(['no', 'private', 'use_sidepath', 'discouraged'])
const CLOSED = new Set(['no', 'private'])
/** Tunnels that one walks through at street level, under a house. */
const AT_STREET_LEVEL = new Set(['no', 'building_passage'])

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
  const { highway, foot, access } = tags
  if (!highway) return 'not a street'
  if (foot !== undefined && ALLOWED.has(foot) && highway !== 'construction' && highway !== 'proposed') {
    return undefined
  }
  if (!WALKABLE.has(highway)) return 'no way for walkers'
  if (foot !== undefined && FORBIDDEN.has(foot)) return foot === 'private' ? 'private' : 'walking forbidden'
  if (tags['motorroad'] === 'yes' || tags['indoor'] === 'room') return 'walking forbidden'
  if (access === 'private') return 'private'
  return access === 'no' ? 'walking forbidden' : undefined
}

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

const GATES = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'entrance',
  'hampshire_gate',
  'wicket_gate',
])
/** Barriers for vehicles: closed to them does not mean closed to walkers. */
const VEHICLE_GATES = new Set(['lift_gate', 'swing_gate', 'sliding_beam'])
const NO_WHEELS = new Set(['stile', 'turnstile', 'full-height_turnstile', 'kissing_gate', 'cycle_barrier'])

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
