import type { Facility, FacilityKind } from '../../../../core/domain/life-circle/facility'
import { standings, type KindStanding } from '../../../../core/domain/life-circle/gaps'
import type { Circle } from './circle-store'
import type { Walk, Walked } from './walk-table'

export interface PlaceInReach {
  readonly facility: Facility
  readonly kind: FacilityKind
  readonly walk: Walk
}

export interface CircleAnswer {
  /** All places: by minutes, then those without minutes, of these the ones first that others walk to first. */
  readonly places: readonly PlaceInReach[]
  /** How many lie within 15 minutes. */
  readonly inCircle: number
  readonly standings: readonly KindStanding[]
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
    inCircle: all.filter(({ walk }) => walk.kind === 'minutes' && walk.inCircle).length,
    standings: standings(places.kinds, places.facilities, minutesOf),
  }
}

/** Others walk 45 minutes at most. */
const LAST = { unverified: 1e4, far: 2e4, unplaced: 3e4, unasked: 4e4 } as const
const order = (walk: Walk): number =>
  walk.kind === 'minutes' ? walk.minutes : LAST[walk.kind] + (walk.kind === 'unverified' ? walk.others : 0)
