import type { CirclePlaces } from '../../../core/contract/life-circle'
import type { Facility, FacilityKind } from '../../../core/domain/life-circle/facility'
import { coverageByKind, type KindInReach } from '../../../core/domain/life-circle/gaps'
import { accept, refuse, type Result } from '../../../core/kernel/result'
import { seconds, type Wgs84 } from '../../../core/kernel/units'
import type { StreetGraph } from '../../../core/walkshed/graph/street-graph'
import { walkTimes } from '../../../core/walkshed/walk/arrival'
import { PROFILES, type ProfileName } from '../../../core/walkshed/walk/profile'
import { search } from '../../../core/walkshed/walk/search'
import { snap, type Snap, type SnapRefusal } from '../../../core/walkshed/walk/snap'
import { prepareWalker, type Walker } from '../../../core/walkshed/walk/walker'
import type { Circle } from './circle-data'

/** Within so long lies the life circle. */
export const CIRCLE = seconds(15 * 60)
/** Beyond this one takes a bus: no minutes are given. */
export const FARTHEST = seconds(45 * 60)

/**
 * How one gets to a place on foot. `unverified`: wheels may or may not pass, nobody has looked; `others` are the seconds
 * that it takes others, for the order of the list alone. `unasked`: from nowhere yet.
 */
export type Walk =
  | { readonly kind: 'minutes'; readonly minutes: number; readonly inCircle: boolean }
  | { readonly kind: 'unverified'; readonly others: number }
  | { readonly kind: 'far' }
  | { readonly kind: 'unplaced' }
  | { readonly kind: 'unasked' }

export interface Walked {
  /** The start could not be tied to a street that this walker may use: nothing is in reach. */
  readonly stranded: SnapRefusal | null
  readonly walks: ReadonlyMap<string, Walk>
}

interface Prepared {
  readonly walker: Walker
  readonly places: readonly (Snap | null)[]
}

export interface WalkTable {
  prepared(name: ProfileName): Prepared
  walked(name: ProfileName, start: Wgs84): Walked
}

/** Ties places to streets once a walker; everything else is as quick as a finger. */
export function openWalkTable(
  graph: StreetGraph,
  { facilities }: Pick<CirclePlaces, 'facilities'>,
): WalkTable {
  const known = new Map<ProfileName, Prepared>()
  const prepared = (name: ProfileName): Prepared => {
    const before = known.get(name)
    if (before !== undefined) return before
    const walker = prepareWalker(graph, PROFILES[name])
    const fresh = { walker, places: facilities.map(({ position }) => tied(walker, position)) }
    known.set(name, fresh)
    return fresh
  }

  function times(name: ProfileName, start: Wgs84): Result<Float64Array, SnapRefusal> {
    const { walker, places } = prepared(name)
    const origin = snap(walker, start)
    if (!origin.ok) return refuse(origin.refusal)
    return accept(walkTimes(search(walker, [origin.value], FARTHEST), places))
  }

  function walked(name: ProfileName, start: Wgs84): Walked {
    const own = times(name, start)
    // Who needs verified streets learns which places others walk to, and that nobody has looked at the way.
    const others = PROFILES[name].required === 0 ? own : times('adult', start)
    return {
      stranded: own.ok ? null : own.refusal,
      walks: walksOf(facilities, own.ok ? own.value : null, others.ok ? others.value : null),
    }
  }
  return { prepared, walked }
}

function tied(walker: Walker, position: Wgs84 | null): Snap | null {
  if (position === null) return null
  const found = snap(walker, position)
  return found.ok ? found.value : null
}

function walksOf(
  facilities: readonly Facility[],
  own: Float64Array | null,
  others: Float64Array | null,
): ReadonlyMap<string, Walk> {
  return new Map(
    facilities.map(({ id, position }, index): [string, Walk] => {
      if (position === null) return [id, { kind: 'unplaced' }]
      const time = own?.[index] ?? Infinity
      if (time < Infinity) return [id, minutesWalk(time)]
      const byOthers = others?.[index] ?? Infinity
      return [id, byOthers < Infinity ? { kind: 'unverified', others: byOthers } : { kind: 'far' }]
    }),
  )
}

/** A walk of 5 minutes and 1 second takes 6; the circle itself is judged by the second. */
const minutesWalk = (time: number): Walk => ({
  kind: 'minutes',
  minutes: Math.max(1, Math.ceil(time / 60)),
  inCircle: time <= CIRCLE,
})

export interface PlaceInReach {
  readonly facility: Facility
  readonly kind: FacilityKind
  readonly walk: Walk
}

export interface CircleAnswer {
  /** All places: by minutes, then those without minutes, of these the ones first that others walk to first. */
  readonly places: readonly PlaceInReach[]
  readonly coverage: readonly KindInReach[]
}

/** What the circle holds, for the map, the list and the sentence alike. */
export function answerOf({ places }: Pick<Circle, 'places'>, { walks }: Pick<Walked, 'walks'>): CircleAnswer {
  const kinds = new Map(places.kinds.map((kind) => [kind.id, kind]))
  const all = places.facilities.flatMap((facility): PlaceInReach[] => {
    const kind = kinds.get(facility.kindId)
    return kind === undefined ? [] : [{ facility, kind, walk: walks.get(facility.id) ?? { kind: 'unasked' } }]
  })
  const minutesOf = (id: string): number | null => {
    const walk = walks.get(id)
    return walk?.kind === 'minutes' ? walk.minutes : null
  }
  return {
    places: all
      .map((place, index) => ({ place, index }))
      .sort((one, other) => order(one.place.walk) - order(other.place.walk) || one.index - other.index)
      .map(({ place }) => place),
    coverage: coverageByKind(places.kinds, places.facilities, minutesOf),
  }
}

/** Others walk 45 minutes at most. */
const LAST = { unverified: 1e4, far: 2e4, unplaced: 3e4, unasked: 4e4 } as const
const order = (walk: Walk): number =>
  walk.kind === 'minutes' ? walk.minutes : LAST[walk.kind] + (walk.kind === 'unverified' ? walk.others : 0)
