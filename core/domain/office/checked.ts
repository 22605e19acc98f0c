import { accept, refuse, type Result } from '../../kernel/result'
import { addDays, type ShanghaiDay } from '../../kernel/shanghai-time'
import type { Wgs84 } from '../../kernel/units'
import type { AccessAnswer, OfficeKind, OfficeStatus, OpeningInterval, WeeklyHours } from './office'

/** 现场 · 电话 · 文件. */
export const CHECKED_HOWS = ['on_site', 'phone', 'document'] as const
export type CheckedHow = (typeof CHECKED_HOWS)[number]

/** What somebody checks of an office, each with who, when and how. */
export const OFFICE_FACTS = ['position', 'hours', 'access', 'phone', 'services'] as const
export type OfficeFact = (typeof OFFICE_FACTS)[number]

/** 已核实 means all of these: whoever stands at the door can tell them. */
export const NEEDED_FACTS: readonly OfficeFact[] = ['position', 'hours', 'access', 'phone']

/** From here on what was checked turns amber. */
const MONTHS_IT_HOLDS = 12

export interface EntranceContent {
  readonly id: string
  readonly name: string
  readonly position: Wgs84 | null
  readonly stepFree: AccessAnswer
  readonly ramp: AccessAnswer
  readonly lift: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly hearingLoop: AccessAnswer
  readonly doorWidthCm: number | null
}

export interface ZoneContent {
  readonly id: string
  readonly name: string
  readonly main: boolean
  readonly alwaysOpen: boolean
  readonly weekly: WeeklyHours | null
  readonly opensOnHolidays: boolean
}

/** All that the desk can write about an office. */
export interface OfficeContent {
  readonly name: string
  readonly shortName: string
  readonly kind: OfficeKind
  readonly neighbourhoodId: string | null
  readonly status: OfficeStatus
  readonly successorId: string | null
  readonly address: string | null
  readonly landmark: string | null
  readonly about: string | null
  readonly position: Wgs84 | null
  readonly phone: string | null
  readonly serviceIds: readonly string[]
  readonly zones: readonly ZoneContent[]
  readonly entrances: readonly EntranceContent[]
}

/** What an office is, which the 街道 decides; the rest its own staff know best. */
const OF_THE_STREET = ['name', 'shortName', 'kind', 'neighbourhoodId', 'status', 'successorId'] as const

/** The part of an office that a fact is about. */
const PART_OF = {
  position: ({ position }) => position,
  hours: ({ zones }) => zones,
  access: ({ entrances }) => entrances,
  phone: ({ phone }) => phone,
  services: ({ serviceIds }) => [...serviceIds].sort(),
} as const satisfies Readonly<Record<OfficeFact, (office: OfficeContent) => unknown>>

const sameIn = <Whole>(part: (whole: Whole) => unknown, one: Whole, other: Whole): boolean =>
  JSON.stringify(part(one)) === JSON.stringify(part(other))

/** Whether there is anything that could be right: of nothing nobody can say that it was checked. */
export function isStated(office: OfficeContent, fact: OfficeFact): boolean {
  switch (fact) {
    case 'position':
      return office.position !== null
    case 'hours':
      return office.zones.some(({ main, alwaysOpen, weekly }) => main && (alwaysOpen || weekly !== null))
    case 'access':
      return (
        office.entrances.length > 0 && office.entrances.every(({ stepFree }) => stepFree !== 'unverified')
      )
    case 'phone':
      return office.phone !== null
    case 'services':
      return office.serviceIds.length > 0
  }
}

export interface Checks {
  /** Said to be right as they stand, beside those that changed. */
  readonly facts: readonly OfficeFact[]
  readonly how: CheckedHow
}

export type OfficeRefusal =
  | 'hours_overlap'
  | 'only_editors'
  | 'nothing_to_check'
  | 'main_zone_missing'
  | 'successor_wrong'
  | 'same_twice'

/**
 * May this be saved? Whatever changed counts as checked, as does what somebody says is right; what is stated no more
 * is forgotten.
 */
export function decideOffice(
  officeId: string,
  before: OfficeContent,
  after: OfficeContent,
  checks: Checks,
  isEditor: boolean,
): Result<
  { readonly checked: readonly OfficeFact[]; readonly forgotten: readonly OfficeFact[] },
  OfficeRefusal
> {
  if (!isEditor && OF_THE_STREET.some((field) => before[field] !== after[field]))
    return refuse('only_editors')
  if (after.successorId !== null && (after.status === 'open' || after.successorId === officeId))
    return refuse('successor_wrong')
  if (after.zones.filter(({ main }) => main).length !== 1) return refuse('main_zone_missing')
  if (hasTwice(after.zones) || hasTwice(after.entrances)) return refuse('same_twice')
  const weeks = after.zones.flatMap(({ weekly }) => weekly ?? [])
  if (!weeks.every(isApart)) return refuse('hours_overlap')
  const changed = OFFICE_FACTS.filter((fact) => !sameIn<OfficeContent>(PART_OF[fact], before, after))
  const checked = OFFICE_FACTS.filter((fact) => changed.includes(fact) || checks.facts.includes(fact))
  const empty = checks.facts.find((fact) => !isStated(after, fact))
  if (empty !== undefined) return refuse('nothing_to_check', { fact: empty })
  return accept({
    checked: checked.filter((fact) => isStated(after, fact)),
    forgotten: OFFICE_FACTS.filter((fact) => !isStated(after, fact)),
  })
}

const hasTwice = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map(({ id }) => id)).size < rows.length

/** In order, none empty, none over another, `[from, to)`. */
const isApart = (day: readonly OpeningInterval[]): boolean =>
  day.every(([from, to], index) => from < to && (index === 0 || (day[index - 1]?.[1] ?? 0) <= from))

/** The day since when all that is needed has been checked; `null` while something was not. */
export function verifiedSince(days: Readonly<Partial<Record<OfficeFact, ShanghaiDay>>>): ShanghaiDay | null {
  const needed = NEEDED_FACTS.map((fact) => days[fact])
  const known = needed.filter((day) => day !== undefined)
  return known.length < needed.length ? null : (known.sort()[0] ?? null)
}

/** Whether it was checked so long ago that somebody should look again. */
export function isStale(day: ShanghaiDay, today: ShanghaiDay): boolean {
  const year = Number(today.slice(0, 4)) - MONTHS_IT_HOLDS / 12
  return day < addDays(`${year}${today.slice(4)}` as ShanghaiDay, 0)
}
