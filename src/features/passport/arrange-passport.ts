import type { Passport, PassportVisit, StampPlace } from '../../../core/contract/check-in/check-in'
import { parseInstant, type Instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'

/** A place where somebody has been, and when they first were. */
export interface DatedStamp {
  readonly place: StampPlace
  readonly at: Instant
}

export interface StampGroup {
  /** A kind of office; `spots` for activities, `elsewhere` for offices that are no longer open. */
  readonly id: string
  readonly stamped: readonly DatedStamp[]
  /** None of its places is left. */
  readonly complete: boolean
}

const keyOf = ({ kind, id }: StampPlace): string => `${kind} ${id}`

/** Sets as the backend orders them, then what is in no set. What has no stamp yet is left out: it is no debt. */
export function groupStamps({ stamps, sets }: Pick<Passport, 'stamps' | 'sets'>): readonly StampGroup[] {
  const dated = new Map(stamps.map(({ place, at }) => [keyOf(place), parseInstant(at)]))
  const ofSets = sets.map(({ id, places }): StampGroup => {
    const stamped = places
      .flatMap((place): DatedStamp[] => {
        const at = dated.get(keyOf(place))
        return at === undefined ? [] : [{ place, at }]
      })
      .sort((one, other) => one.at - other.at)
    return { id, stamped, complete: stamped.length === places.length }
  })
  const inSets = new Set(sets.flatMap(({ places }) => places.map(keyOf)))
  const others = stamps
    .filter(({ place }) => !inSets.has(keyOf(place)))
    .map(({ place, at }) => ({ place, at: parseInstant(at) }))
  const loose = (id: string, kind: StampPlace['kind']): StampGroup => ({
    id,
    stamped: others.filter(({ place }) => place.kind === kind),
    complete: false,
  })
  return [...ofSets, loose('spots', 'activity'), loose('elsewhere', 'office')].filter(
    ({ stamped }) => stamped.length > 0,
  )
}

export interface VisitDay {
  readonly day: ShanghaiDay
  /** Earliest first, as the day went. */
  readonly visits: readonly PassportVisit[]
}

/** Visits by day, the latest day first. */
export function visitsByDay(visits: readonly PassportVisit[]): readonly VisitDay[] {
  const byDay = new Map<ShanghaiDay, PassportVisit[]>()
  for (const visit of visits) byDay.set(visit.day, [...(byDay.get(visit.day) ?? []), visit])
  return [...byDay]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([day, those]) => ({
      day,
      visits: [...those].sort((one, other) => parseInstant(one.at) - parseInstant(other.at)),
    }))
}
