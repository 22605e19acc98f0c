import type { Passport, PassportVisit, StampPlace } from '../../../core/contract/check-in/check-in'
import { parseInstant, type Instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'

/** A place with the day of its stamp, or without one. */
export interface StampSlot {
  readonly place: StampPlace
  /** `null` where nobody has been yet. */
  readonly at: Instant | null
}

export interface StampGroup {
  /** A kind of office; `spots` for activities, `elsewhere` for offices that are no longer open. */
  readonly id: string
  readonly stamped: readonly StampSlot[]
  /** Quiet outlines. */
  readonly missing: readonly StampSlot[]
  readonly complete: boolean
}

const keyOf = ({ kind, id }: StampPlace): string => `${kind} ${id}`

/** Sets as the backend orders them, those with stamps first; then what is in no set. Empty groups are left out. */
export function groupStamps({ stamps, sets }: Pick<Passport, 'stamps' | 'sets'>): readonly StampGroup[] {
  const dated = new Map(stamps.map(({ place, at }) => [keyOf(place), parseInstant(at)]))
  const ofSets = sets.map(({ id, places }): StampGroup => {
    const slots = places.map((place) => ({ place, at: dated.get(keyOf(place)) ?? null }))
    const stamped = slots
      .filter(({ at }) => at !== null)
      .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
    const missing = slots.filter(({ at }) => at === null)
    return { id, stamped, missing, complete: missing.length === 0 && stamped.length > 0 }
  })
  const inSets = new Set(sets.flatMap(({ places }) => places.map(keyOf)))
  const others = stamps
    .filter(({ place }) => !inSets.has(keyOf(place)))
    .map(({ place, at }) => ({ place, at: parseInstant(at) }))
  const loose = (id: string, kind: StampPlace['kind']): StampGroup => ({
    id,
    stamped: others.filter(({ place }) => place.kind === kind),
    missing: [],
    complete: false,
  })
  const groups = [...ofSets, loose('spots', 'activity'), loose('elsewhere', 'office')]
  const begun = groups.filter(({ stamped }) => stamped.length > 0)
  return [...begun, ...groups.filter(({ stamped, missing }) => stamped.length === 0 && missing.length > 0)]
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
