import type { Input } from '../../core/contract'
import type { PlaceView } from '../../core/contract/place'
import type { CheckedHow, EntranceContent, OfficeContent, OfficeFact } from '../../core/domain/office/checked'
import type { ZoneContent } from '../../core/domain/office/checked'
import type { OpeningInterval } from '../../core/domain/office/office'
import { PRINTED_PHONE, phoneFrom } from '../../core/shapes/phone'
import { dayHoursText, readDayHours } from '../../core/tables/hours-board'
import type { Difference } from '../shared/version-conflict'
import { KINDS, PLACE, STATUSES, WEEKDAY_NAMES } from '../text/places'

/** A zone whose days are texts until they are saved. */
export type ZoneForm = Omit<ZoneContent, 'weekly'> & { readonly days: readonly string[] }

/** What the form of an office holds; texts as they were typed. */
export interface PlaceForm {
  readonly content: Omit<OfficeContent, 'zones'>
  readonly zones: readonly ZoneForm[]
  /** Said to be right as they stand. */
  readonly checked: readonly OfficeFact[]
  readonly how: CheckedHow
}

const NO_DAYS: readonly string[] = WEEKDAY_NAMES.map(() => '')

const zoneForm = ({ weekly, ...zone }: ZoneContent): ZoneForm => ({
  ...zone,
  days: weekly === null ? NO_DAYS : weekly.map(dayHoursText),
})

export const formOf = ({ zones, ...content }: OfficeContent): PlaceForm => ({
  content,
  zones: zones.map(zoneForm),
  checked: [],
  how: 'phone',
})

/** Where what was typed cannot be saved: `hours main 0`, `phone`. */
export type PlaceFault = string

const isEmpty = ({ days }: ZoneForm): boolean => days.every((day) => day.trim() === '')

/** The days of a zone; `null` where none of them is known. */
const weekOf = (zone: ZoneForm): readonly (readonly OpeningInterval[] | null)[] | null =>
  zone.alwaysOpen || isEmpty(zone) ? null : zone.days.map((day) => readDayHours(day))

/** What was typed, or nothing. */
export const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim()

/** What would be saved, or the fields that are wrong. */
export function contentOf({ content, zones }: PlaceForm): {
  readonly content: OfficeContent
  readonly faults: ReadonlySet<PlaceFault>
} {
  const faults = new Set<PlaceFault>()
  const read = zones.map(({ days: _days, ...zone }, index): ZoneContent => {
    const week = weekOf(zones[index] as ZoneForm)
    week?.forEach((day, at) => {
      if (day === null) faults.add(`hours ${zone.id} ${at}`)
    })
    return { ...zone, weekly: week === null ? null : week.map((day) => day ?? []) }
  })
  const phone = orNull(content.phone)
  const printed = phone === null ? null : phoneFrom(phone)
  if (printed !== null && !PRINTED_PHONE.test(printed)) faults.add('phone')
  for (const field of ['name', 'shortName'] as const) if (content[field].trim() === '') faults.add(field)
  content.entrances.forEach(({ id, name }) => {
    if (name.trim() === '') faults.add(`entrance ${id}`)
  })
  return {
    faults,
    content: {
      ...content,
      phone: printed,
      address: orNull(content.address),
      landmark: orNull(content.landmark),
      about: orNull(content.about),
      zones: read,
    },
  }
}

/** The same with lists of its own, as the wire takes it. */
export const sentContent = (content: OfficeContent): Input<'place.save'>['content'] => ({
  ...content,
  serviceIds: [...content.serviceIds],
  zones: content.zones.map((zone) => ({
    ...zone,
    weekly:
      zone.weekly === null
        ? null
        : zone.weekly.map((day) => day.map(([from, to]): [number, number] => [from, to])),
  })),
  entrances: content.entrances.map((entrance) => ({ ...entrance })),
})

/** An id that no other entrance has. */
export function newEntrance(entrances: readonly EntranceContent[]): EntranceContent {
  const taken = new Set(entrances.map(({ id }) => id))
  let number = entrances.length + 1
  while (taken.has(`door-${number}`)) number += 1
  return {
    id: `door-${number}`,
    name: entrances.length === 0 ? PLACE.newEntrance : '',
    position: null,
    stepFree: 'unverified',
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
  }
}

type Field = keyof OfficeContent

const LABELS: Readonly<Record<Field, string>> = {
  name: PLACE.name,
  shortName: PLACE.shortName,
  kind: PLACE.kind,
  neighbourhoodId: PLACE.neighbourhood,
  status: PLACE.status,
  successorId: PLACE.successor,
  address: PLACE.address,
  landmark: PLACE.landmark,
  about: PLACE.about,
  position: PLACE.where,
  phone: PLACE.phone,
  serviceIds: PLACE.services,
  zones: PLACE.hours,
  entrances: PLACE.entrances,
}

export const positionText = (position: OfficeContent['position']): string =>
  position === null ? PLACE.noPosition : `${position[0]}, ${position[1]}`

export const zoneText = (zone: ZoneContent): string => {
  const holidays = zone.opensOnHolidays ? `，${PLACE.opensOnHolidays}` : ''
  if (zone.alwaysOpen) return `${zone.name} ${PLACE.alwaysOpen}`
  if (zone.weekly === null) return `${zone.name} ${PLACE.notKnown}`
  return `${zone.name} ${zone.weekly.map((day, at) => `${WEEKDAY_NAMES[at] ?? ''} ${dayHoursText(day)}`).join('，')}${holidays}`
}

const entranceText = (entrance: EntranceContent): string =>
  [
    entrance.name,
    `${PLACE.stepFree} ${PLACE.stepAnswers[entrance.stepFree]}`,
    ...(['ramp', 'lift'] as const).map((name) => `${PLACE[name]} ${PLACE.answers[entrance[name]]}`),
    `${PLACE.toilet} ${PLACE.answers[entrance.accessibleToilet]}`,
    `${PLACE.loop} ${PLACE.answers[entrance.hearingLoop]}`,
    ...(entrance.doorWidthCm === null ? [] : [`${PLACE.door} ${entrance.doorWidthCm}`]),
    positionText(entrance.position),
  ].join(' ')

type Choices = Pick<PlaceView, 'services' | 'neighbourhoods' | 'offices'>

function textOf(content: OfficeContent, field: Field, choices: Choices): string {
  const named = (rows: Choices['offices'], id: string | null): string =>
    id === null ? PLACE.empty : (rows.find((row) => row.id === id)?.name ?? id)
  switch (field) {
    case 'kind':
      return KINDS[content.kind]
    case 'status':
      return STATUSES[content.status]
    case 'neighbourhoodId':
      return named(choices.neighbourhoods, content.neighbourhoodId)
    case 'successorId':
      return named(choices.offices, content.successorId)
    case 'position':
      return positionText(content.position)
    case 'serviceIds':
      return content.serviceIds.map((id) => named(choices.services, id)).join('、') || PLACE.empty
    case 'zones':
      return content.zones.map(zoneText).join('；')
    case 'entrances':
      return content.entrances.map(entranceText).join('；') || PLACE.empty
    default:
      return content[field] ?? PLACE.empty
  }
}

/** The fields in which somebody's save and what is typed here differ. */
export const differencesOf = (
  mine: OfficeContent,
  theirs: OfficeContent,
  choices: Choices,
): readonly Difference[] =>
  (Object.keys(LABELS) as Field[])
    .map((field) => ({
      field,
      label: LABELS[field],
      mine: textOf(mine, field, choices),
      theirs: textOf(theirs, field, choices),
    }))
    .filter((one) => one.mine !== one.theirs)

/** Mine, but for these fields. */
export function mergedWith(
  mine: OfficeContent,
  theirs: OfficeContent,
  fields: readonly string[],
): OfficeContent {
  const taken = Object.fromEntries(
    (Object.keys(LABELS) as Field[])
      .filter((field) => fields.includes(field))
      .map((field) => [field, theirs[field]]),
  ) as Partial<OfficeContent>
  return { ...mine, ...taken }
}
