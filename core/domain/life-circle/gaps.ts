import type { Facility, FacilityKind } from './facility'

/** Minutes on foot that make the circle. */
export const CIRCLE_MINUTES = 15

/**
 * How a circle stands to the standard in one kind. `met`: one lies within the target. `distant`: one lies in the
 * circle, but beyond the target. `missing`: none lies in the circle. `unrecorded`: we know of none within the target,
 * but have not collected all of the kind, so it proves nothing.
 */
export type Coverage = 'met' | 'distant' | 'missing' | 'unrecorded'

export interface KindInReach {
  readonly kind: FacilityKind
  readonly coverage: Coverage
  /** Walking minutes to the nearest one; `null` when none is reached or recorded. */
  readonly nearest: number | null
}

/**
 * Holds a circle against the standard, kind by kind, in the order of the kinds.
 * @param minutesOf whole minutes on foot to a facility, `null` when it is not reached
 */
export function coverageByKind(
  kinds: readonly FacilityKind[],
  facilities: readonly Facility[],
  minutesOf: (facilityId: string) => number | null,
): readonly KindInReach[] {
  return kinds.map((kind) => {
    const own = facilities.filter(({ kindId }) => kindId === kind.id)
    const reached = own.flatMap(({ id }) => minutesOf(id) ?? [])
    const nearest = reached.length === 0 ? null : Math.min(...reached)
    return { kind, nearest, coverage: coverageOf(kind, own, nearest) }
  })
}

function coverageOf(kind: FacilityKind, own: readonly Facility[], nearest: number | null): Coverage {
  if (nearest !== null && nearest <= kind.targetMinutes) return 'met'
  // One that nobody has put on the map yet may well be next door.
  const allPlaced = own.every(({ position }) => position !== null)
  if (!kind.complete || !allPlaced) return 'unrecorded'
  return nearest !== null && nearest <= CIRCLE_MINUTES ? 'distant' : 'missing'
}
