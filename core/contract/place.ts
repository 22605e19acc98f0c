import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  strictTuple,
  string,
  transform,
} from 'valibot'
import {
  CHECKED_HOWS,
  OFFICE_FACTS,
  type CheckedHow,
  type OfficeContent,
  type OfficeFact,
} from '../domain/office/checked'
import type { ReportReason } from '../domain/life-circle/facility'
import type { HolidayCalendar } from '../domain/office/calendar'
import {
  ACCESS_ANSWERS,
  OFFICE_KINDS,
  OFFICE_STATUSES,
  type HoursException,
  type OfficeKind,
  type OfficeStatus,
} from '../domain/office/office'
import type { IsoInstant, ShanghaiDay } from '../kernel/shanghai-time'
import { PRINTED_PHONE } from '../shapes/phone'
import { wgs84 } from '../kernel/units'
import { EDITORS, OFFICE_STAFF } from '../domain/staff/post'
import type { AccessAnswer } from '../domain/office/office'
import type { Wgs84 } from '../kernel/units'
import { endpoint, staff, type } from './endpoint'
import { line, lines, requestId, slug, whole } from './fields'

/** Who said that a fact is right; `null` for what the data pack brought. */
export interface FactCheck {
  readonly fact: OfficeFact
  readonly on: ShanghaiDay
  readonly how: CheckedHow | null
  readonly called: string | null
}

/** What a resident reported as wrong and nobody has marked as handled. */
export interface PlaceReport {
  readonly reason: ReportReason
  readonly note: string | null
}

/** A line of the list of places. */
export interface PlaceRow {
  readonly officeId: string
  readonly name: string
  readonly kind: OfficeKind
  readonly status: OfficeStatus
  readonly address: string | null
  /** Of those that are needed. */
  readonly checked: readonly OfficeFact[]
  /** Since when all of them are; `null` while one is missing. */
  readonly verifiedOn: ShanghaiDay | null
  readonly isStale: boolean
  readonly reports: readonly PlaceReport[]
}

/** What is still to be checked of one list of places; offices that are open, facilities of the life circle. */
export interface UnverifiedPlaces {
  readonly list: 'offices' | 'facilities'
  readonly all: number
  readonly unverified: number
  readonly reported: number
}

/** One office as the desk writes it. */
export interface PlaceView {
  readonly officeId: string
  readonly version: number
  readonly content: OfficeContent
  readonly checks: readonly FactCheck[]
  /** Single days from today on, of the main zone. */
  readonly days: readonly HoursException[]
  readonly calendar: HolidayCalendar
  /** What can be chosen. */
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
  readonly offices: readonly { readonly id: string; readonly name: string }[]
}

/** `reported`: a resident said that something is wrong, and nobody has marked it as handled. */
export const PLACE_STATES = ['all', 'unverified', 'stale', 'reported', 'verified'] as const
export const PLACE_PAGES = [50, 100, 200] as const

const minute = pipe(number(), integer(), minValue(0), maxValue(1440))
const position = nullable(
  pipe(
    strictTuple([pipe(number(), minValue(-180), maxValue(180)), pipe(number(), minValue(-90), maxValue(90))]),
    transform(([longitude, latitude]) => wgs84(longitude, latitude)),
  ),
)
const answer = picklist(ACCESS_ANSWERS)
const printedPhone = nullable(pipe(string(), maxLength(20), regex(PRINTED_PHONE, 'write a telephone number')))
const week = pipe(array(pipe(array(strictTuple([minute, minute])), maxLength(4))), minLength(7), maxLength(7))
export const version = whole(1, 1_000_000)

const content = strictObject({
  name: line(40),
  shortName: line(12),
  kind: picklist(OFFICE_KINDS),
  neighbourhoodId: nullable(slug),
  status: picklist(OFFICE_STATUSES),
  successorId: nullable(slug),
  address: nullable(line(60)),
  landmark: nullable(line(40)),
  /** Paragraphs parted by an empty line. */
  about: nullable(lines(2000)),
  position,
  phone: printedPhone,
  serviceIds: pipe(array(slug), maxLength(60)),
  zones: pipe(
    array(
      strictObject({
        id: slug,
        name: line(20),
        main: boolean(),
        alwaysOpen: boolean(),
        weekly: nullable(week),
        opensOnHolidays: boolean(),
      }),
    ),
    minLength(1),
    maxLength(8),
  ),
  entrances: pipe(
    array(
      strictObject({
        id: slug,
        name: line(20),
        position,
        stepFree: answer,
        ramp: answer,
        lift: answer,
        accessibleToilet: answer,
        hearingLoop: answer,
        doorWidthCm: nullable(pipe(number(), integer(), minValue(40), maxValue(500))),
      }),
    ),
    maxLength(12),
  ),
})

const facilityContent = strictObject({
  kindId: slug,
  name: line(40),
  address: nullable(line(60)),
  position,
  phone: printedPhone,
  /** In the editor's words. */
  hours: nullable(line(60)),
  stepFree: answer,
  ramp: answer,
  accessibleToilet: answer,
  source: nullable(line(120)),
})

const compoundContent = strictObject({
  name: line(40),
  /** `null` while nobody knows which: then checking it says so of the place alone. */
  neighbourhoodId: nullable(slug),
  position,
  /** A role, never a person: 第三微网格 社工. */
  gridContact: nullable(line(30)),
  gridPhone: printedPhone,
  source: nullable(line(120)),
})

/** Who checked a whole record, when and how; `null` while nobody did since the data pack. */
export interface RecordCheck {
  readonly on: ShanghaiDay
  readonly how: CheckedHow | null
  readonly called: string | null
}

export interface FacilityContent {
  readonly kindId: string
  readonly name: string
  readonly address: string | null
  readonly position: Wgs84 | null
  readonly phone: string | null
  readonly hours: string | null
  readonly stepFree: AccessAnswer
  readonly ramp: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly source: string | null
}

export interface FacilityRow {
  readonly facilityId: string
  readonly version: number
  readonly content: FacilityContent
  readonly check: RecordCheck | null
  readonly isStale: boolean
  readonly reports: readonly PlaceReport[]
}

export interface KindRow {
  readonly kindId: string
  readonly name: string
  readonly version: number
  /** 收全了: only then the map says that one is missing. */
  readonly complete: boolean
  readonly facilities: number
  readonly check: RecordCheck | null
}

export interface CompoundContent {
  readonly name: string
  readonly neighbourhoodId: string | null
  readonly position: Wgs84 | null
  readonly gridContact: string | null
  readonly gridPhone: string | null
  readonly source: string | null
}

export interface CompoundRow {
  readonly compoundId: string
  readonly version: number
  readonly content: CompoundContent
  /** Which neighbourhood it belongs to, and where it is, are no guesses. */
  readonly isVerified: boolean
  readonly check: RecordCheck | null
}

const RECORD_REFUSALS = ['place_changed', 'position_far'] as const

export const place = {
  /** 场所, the 街道's own order; `verified` of `all` counts what is open within reach, whatever is filtered. */
  'place.list': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      kind: nullable(picklist(OFFICE_KINDS)),
      state: picklist(PLACE_STATES),
      words: nullable(line(40)),
      size: picklist(PLACE_PAGES),
      after: nullable(slug),
    }),
    output: type<{
      places: readonly PlaceRow[]
      verified: number
      all: number
      next: string | null
    }>(),
    refusals: [],
  }),
  /**
   * Of each list that the caller may open: how many places it has, how many nobody has checked yet, and how many a
   * resident reported as wrong. Lists without places are left out.
   */
  'place.unverified': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ lists: readonly UnverifiedPlaces[] }>(),
    refusals: [],
  }),
  'place.show': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'read',
    input: strictObject({ officeId: slug }),
    output: type<PlaceView>(),
    refusals: ['not_own_office', 'office_not_found'],
  }),
  /** Everything about an office but single days. What changed counts as checked in that way, as do `checked`. */
  'place.save': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({
      officeId: slug,
      version,
      content,
      checked: pipe(array(picklist(OFFICE_FACTS)), maxLength(OFFICE_FACTS.length)),
      how: picklist(CHECKED_HOWS),
      /** The position lies outside the edges of the 街道 and is meant so. */
      isFarMeant: boolean(),
      requestId,
    }),
    output: type<{ version: number; checks: readonly FactCheck[] }>(),
    refusals: [
      'not_own_office',
      'office_not_found',
      'neighbourhood_not_found',
      'service_not_found',
      'place_changed',
      'position_far',
      'only_editors',
      'successor_wrong',
      'main_zone_missing',
      'same_twice',
      'hours_overlap',
      'nothing_to_check',
    ],
  }),
  /** 生活圈 but for offices, in the pack's order, and its kinds. */
  'place.facilities': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      kindId: nullable(slug),
      state: picklist(PLACE_STATES),
      words: nullable(line(40)),
      size: picklist(PLACE_PAGES),
      after: nullable(slug),
    }),
    output: type<{
      facilities: readonly FacilityRow[]
      kinds: readonly KindRow[]
      verified: number
      all: number
      next: string | null
    }>(),
    refusals: [],
  }),
  'place.facility': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({ facilityId: slug }),
    output: type<{ facility: FacilityRow; kinds: readonly KindRow[] }>(),
    refusals: ['facility_not_found'],
  }),
  /** Without an id and a version a new one. `isChecked`: somebody says now that all of it is right. */
  'place.saveFacility': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({
      facilityId: nullable(slug),
      version: nullable(version),
      content: facilityContent,
      isChecked: boolean(),
      how: picklist(CHECKED_HOWS),
      isFarMeant: boolean(),
      requestId,
    }),
    output: type<{ facilityId: string; version: number }>(),
    refusals: ['facility_not_found', 'kind_not_found', ...RECORD_REFUSALS],
  }),
  /** It is gone from the map, and no data pack brings it back. */
  'place.removeFacility': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ facilityId: slug, version, requestId }),
    output: type<{ facilityId: string }>(),
    refusals: ['facility_not_found', 'place_changed'],
  }),
  /** 收全了, or not yet; who said so is kept. */
  'place.markComplete': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({
      kindId: slug,
      version,
      complete: boolean(),
      how: picklist(CHECKED_HOWS),
      requestId,
    }),
    output: type<{ version: number }>(),
    refusals: ['kind_not_found', 'place_changed'],
  }),
  'place.compounds': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      state: picklist(PLACE_STATES),
      words: nullable(line(40)),
      size: picklist(PLACE_PAGES),
      after: nullable(slug),
    }),
    output: type<{
      compounds: readonly CompoundRow[]
      neighbourhoods: readonly { readonly id: string; readonly name: string }[]
      verified: number
      all: number
      next: string | null
    }>(),
    refusals: [],
  }),
  'place.compound': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({ compoundId: slug }),
    output: type<{
      compound: CompoundRow
      neighbourhoods: readonly { readonly id: string; readonly name: string }[]
    }>(),
    refusals: ['compound_not_found'],
  }),
  'place.saveCompound': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({
      compoundId: slug,
      version,
      content: compoundContent,
      isChecked: boolean(),
      how: picklist(CHECKED_HOWS),
      isFarMeant: boolean(),
      requestId,
    }),
    output: type<{ version: number }>(),
    refusals: ['compound_not_found', 'neighbourhood_not_found', 'name_taken', ...RECORD_REFUSALS],
  }),
} as const

/** What `place_changed` has as its detail. */
export interface PlaceChanged<Content = OfficeContent> {
  readonly called: string
  readonly at: IsoInstant
  readonly version: number
  readonly content: Content
}
