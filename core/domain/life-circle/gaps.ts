import type { Facility, FacilityKind } from './facility'

/**
 * How a circle stands to the standard in one kind. `met`: one lies within the target. `missing`: none does, and
 * every place of the kind is recorded. `unrecorded`: none that we know of does, which proves nothing.
 */
export type Standing = 'met' | 'missing' | 'unrecorded'

export interface KindStanding {
  readonly kind: FacilityKind
  readonly standing: Standing
  /** Walking minutes to the nearest one; `null` when none is reached or recorded. */
  readonly nearest: number | null
}

/**
 * Holds a circle against the standard, kind by kind, in the order of the kinds.
 * @param minutesOf whole minutes on foot to a facility, `null` when it is not reached
 */
export function standings(
  kinds: readonly FacilityKind[],
  facilities: readonly Facility[],
  minutesOf: (facilityId: string) => number | null,
): readonly KindStanding[] {
  return kinds.map((kind) => {
    const own = facilities.filter(({ kindId }) => kindId === kind.id)
    const reached = own.flatMap(({ id }) => minutesOf(id) ?? [])
    const nearest = reached.length === 0 ? null : Math.min(...reached)
    return { kind, nearest, standing: standingOf(kind, own, nearest) }
  })
}

function standingOf(kind: FacilityKind, own: readonly Facility[], nearest: number | null): Standing {
  if (nearest !== null && nearest <= kind.targetMinutes) return 'met'
  // One that nobody has put on the map yet may well be next door.
  const allPlaced = own.every(({ position }) => position !== null)
  return kind.complete && allPlaced ? 'missing' : 'unrecorded'
}
