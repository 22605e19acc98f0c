import type { Facility } from '../../../../core/domain/life-circle/facility'
import { accept, refuse, type Result } from '../../../../core/kernel/result'
import { seconds, type Wgs84 } from '../../../../core/kernel/units'
import {
  bandsOf,
  pathTo,
  prepareWalker,
  PROFILES,
  search,
  snap,
  walkTimes,
  type Band,
  type ProfileName,
  type Snap,
  type SnapRefusal,
  type Walker,
  type WalkPath,
} from '../../../../core/walkshed'
import type { Circle } from './circle-store'

/** Minutes of the three contours. */
export const BAND_MINUTES = [5, 10, 15] as const
const CIRCLE = seconds(15 * 60)
/** Beyond this one takes a bus: no minutes are given. */
const FARTHEST = seconds(45 * 60)

/** How one gets to a place on foot. `unverified`: wheels may or may not pass, nobody has looked. `unasked`: from nowhere yet. */
export type Walk =
  | { readonly kind: 'minutes'; readonly minutes: number; readonly inCircle: boolean }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'far' }
  | { readonly kind: 'unplaced' }
  | { readonly kind: 'unasked' }

export interface Reckoning {
  readonly walker: ProfileName
  readonly walks: ReadonlyMap<string, Walk>
  /** The start could not be tied to a street that this walker may use: nothing is in reach. */
  readonly stranded: SnapRefusal | null
  readonly bands: () => readonly Band[]
  readonly path: (facilityId: string) => WalkPath | undefined
}

export interface Engine {
  readonly circle: Circle
  reckon(walker: ProfileName, start: Wgs84): Reckoning
}

interface Prepared {
  readonly walker: Walker
  readonly places: readonly (Snap | null)[]
}

/** Ties places to streets once a walker; everything else is as quick as a finger. */
export function openEngine(circle: Circle): Engine {
  const { graph, places } = circle
  const { facilities } = places
  const prepared = new Map<ProfileName, Prepared>()
  const prepare = (name: ProfileName): Prepared => {
    const known = prepared.get(name)
    if (known !== undefined) return known
    const walker = prepareWalker(graph, PROFILES[name])
    const fresh = { walker, places: facilities.map(({ position }) => tied(walker, position)) }
    prepared.set(name, fresh)
    return fresh
  }

  function times(name: ProfileName, start: Wgs84): Result<Float64Array, SnapRefusal> {
    const { walker, places: snaps } = prepare(name)
    const origin = snap(walker, start)
    if (!origin.ok) return refuse(origin.refusal)
    return accept(walkTimes(search(walker, [origin.value], FARTHEST), snaps))
  }

  function reckon(name: ProfileName, start: Wgs84): Reckoning {
    const own = times(name, start)
    // Who needs verified streets learns which places others walk to, and that nobody has looked at the way.
    const others = PROFILES[name].required === 0 ? own : times('adult', start)
    const { walker, places: snaps } = prepare(name)
    const within = (limit: typeof CIRCLE) => {
      const origin = snap(walker, start)
      return origin.ok ? search(walker, [origin.value], limit) : null
    }
    return {
      walker: name,
      stranded: own.ok ? null : own.refusal,
      walks: walksOf(facilities, own.ok ? own.value : null, others.ok ? others.value : null),
      bands() {
        const reach = within(CIRCLE)
        return reach === null
          ? []
          : bandsOf(
              reach,
              BAND_MINUTES.map((minutes) => seconds(minutes * 60)),
            )
      },
      path(facilityId) {
        const place = snaps[facilities.findIndex(({ id }) => id === facilityId)]
        const reach = within(FARTHEST)
        return place && reach ? pathTo(reach, place) : undefined
      },
    }
  }
  return { circle, reckon }
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
      return [id, { kind: (others?.[index] ?? Infinity) < Infinity ? 'unverified' : 'far' }]
    }),
  )
}

/** A walk of 5 minutes and 1 second takes 6; the circle itself is judged by the second. */
const minutesWalk = (time: number): Walk => ({
  kind: 'minutes',
  minutes: Math.max(1, Math.ceil(time / 60)),
  inCircle: time <= CIRCLE,
})
