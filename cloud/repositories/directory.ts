import { sql } from 'kysely'
import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Subdistrict } from '../../core/contract/home'
import type { Directory } from '../../core/contract/office'
import type {
  Compound,
  Entrance,
  Neighbourhood,
  Office,
  OfficeSummary,
  OpeningZone,
  Service,
} from '../../core/domain/office/office'
import type { RuleSettings } from '../../core/domain/activity/rule-settings'
import { shanghaiDay } from '../../core/kernel/shanghai-time'
import type { Instant, ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../core/kernel/units'
import type { Schema } from '../database/schema'
import { RULE_KEY, rulesFrom } from './activity/rules'

type Reader = Kysely<Schema>

type DirectoryRows = Omit<Directory, 'calendar'>

/** Offices, services and neighbourhoods in the order of the data pack, in one statement. */
export async function readDirectory(db: Reader, now: Instant): Promise<DirectoryRows> {
  const from = shanghaiDay(now)
  if (latest?.from !== from) latest = { from, query: directoryQuery(db, from).compile() }
  const { rows: found } = await db.executeQuery<DirectoryRows>(latest.query)
  if (found[0] === undefined) throw new Error('a statement that always gives a row gave none')
  return found[0]
}

/** The same all day long, and building it anew took as long as all the rest of our share in the call. */
let latest: { readonly from: ShanghaiDay; readonly query: CompiledQuery<DirectoryRows> } | null = null

const directoryQuery = (db: Reader, from: ShanghaiDay) =>
  db.selectNoFrom([
    rows<OfficeSummary>(officeSummaries(db, from).orderBy('office.sort_order').orderBy('office.id')).as(
      'offices',
    ),
    rows<Service>(services(db).orderBy('sort_order').orderBy('id')).as('services'),
    rows<Neighbourhood>(
      db
        .selectFrom('neighbourhood')
        .select(['id', 'name', 'office_id as officeId', 'phone'])
        .orderBy('sort_order')
        .orderBy('id'),
    ).as('neighbourhoods'),
  ])

export interface FoundOffice {
  readonly office: Office
  readonly services: readonly Service[]
  /** Where a moved or closed office finally leads to, over as many moves as there were. */
  readonly successor: OfficeSummary | null
}

export async function findOffice(db: Reader, officeId: string, now: Instant): Promise<FoundOffice | null> {
  const from = shanghaiDay(now)
  const found = await db
    .selectNoFrom([
      rows<Office>(offices(db, from).where('office.id', '=', officeId)).as('offices'),
      rows<Service>(servicesOf(db, officeId)).as('services'),
      rows<OfficeSummary>(
        officeSummaries(db, from)
          .where('office.id', '=', lastSuccessor(officeId))
          .where('office.id', '<>', officeId),
      ).as('successors'),
    ])
    .executeTakeFirstOrThrow()
  const office = found.offices[0]
  return office ? { office, services: found.services, successor: found.successors[0] ?? null } : null
}

export async function readCompounds(db: Reader): Promise<readonly Compound[]> {
  return await db
    .selectFrom('compound')
    .select([
      'id',
      'name',
      'neighbourhood_id as neighbourhoodId',
      'neighbourhood_verified as neighbourhoodVerified',
      position('compound').as('position'),
      'position_verified as positionVerified',
      'grid_contact as gridContact',
      'grid_phone as gridPhone',
    ])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
}

/** @throws Error while no data pack has been loaded: without settings there is no 街道 to speak for. */
export async function readSubdistrict(db: Reader): Promise<Subdistrict> {
  return subdistrictIn(await readSettings(db))
}

/** The 街道 and the numbers of its rules, which are settings both. */
export async function readDeployment(db: Reader): Promise<{ subdistrict: Subdistrict; rules: RuleSettings }> {
  const values = await readSettings(db)
  const numbers = [...values].filter(([key]) => key.startsWith(RULE_KEY))
  return {
    subdistrict: subdistrictIn(values),
    rules: rulesFrom(Object.fromEntries(numbers.map(([key, value]) => [key.slice(RULE_KEY.length), value]))),
  }
}

async function readSettings(db: Reader): Promise<ReadonlyMap<string, string>> {
  const settings = await db.selectFrom('setting').select(['key', 'value']).execute()
  return new Map(settings.map(({ key, value }) => [key, value]))
}

function subdistrictIn(values: ReadonlyMap<string, string>): Subdistrict {
  const required = (key: string): string => {
    const value = values.get(key)
    if (value) return value
    throw new Error(`setting ${key} is missing: no data pack has been loaded`)
  }
  return {
    name: required('name'),
    kind: required('kind') === '镇' ? '镇' : '街道',
    organiser: required('organiser'),
    appName: required('app_name'),
    phone: values.get('phone') || null,
    hotline: required('hotline'),
    guideline: required('guideline'),
    mapLicence: values.get('map_licence') || null,
    closingSoonMinutes: Number(required('closing_soon_minutes')),
  }
}

/**
 * Rows as one JSON array, so that a whole answer travels in one round trip; a query that lacks a column of `Row`
 * does not compile. Nothing in a `Row` may be a `Date`: JSON has none. Days come as `YYYY-MM-DD`.
 */
const rows = <Row extends object>(query: Parameters<typeof jsonArrayFrom<Row>>[0]): RawBuilder<Row[]> =>
  jsonArrayFrom(query) as RawBuilder<Row[]>

const services = (db: Reader) =>
  db.selectFrom('service').select(['id', 'name', 'also_called as alsoCalled', 'description'])

const servicesOf = (db: Reader, officeId: string) =>
  services(db)
    .where('id', 'in', (handled) =>
      handled.selectFrom('office_service').select('service_id').where('office_id', '=', officeId),
    )
    .orderBy('sort_order')
    .orderBy('id')

/** @param from the day from which exceptions still matter; older ones stay out. */
const officeSummaries = (db: Reader, from: ShanghaiDay) =>
  db
    .selectFrom('office')
    .select((office) => [
      'office.id',
      'kind',
      'name',
      'short_name as shortName',
      'neighbourhood_id as neighbourhoodId',
      'address',
      'landmark',
      position('office').as('position'),
      'position_verified as positionVerified',
      'phone',
      'status',
      'successor_id as successorId',
      rows<OpeningZone>(zones(db, from)).as('zones'),
      sql<string[]>`array(${office
        .selectFrom('office_service')
        .innerJoin('service', 'service.id', 'service_id')
        .select('service.id')
        .whereRef('office_id', '=', 'office.id')
        .orderBy('service.sort_order')
        .orderBy('service.id')})`.as('serviceIds'),
    ])

const offices = (db: Reader, from: ShanghaiDay) =>
  officeSummaries(db, from).select([
    'about',
    'source',
    'verified_on as verifiedOn',
    rows<Entrance>(entrances(db)).as('entrances'),
  ])

const zones = (db: Reader, from: ShanghaiDay) =>
  db
    .selectFrom('opening_zone as zone')
    .select([
      'zone.id',
      'zone.name',
      'zone.main',
      'zone.always_open as alwaysOpen',
      weekly.as('weekly'),
      'zone.opens_on_holidays as opensOnHolidays',
      rows(
        db
          .selectFrom('hours_exception as exception')
          .select(['exception.day', 'exception.intervals', 'exception.note'])
          .where('exception.office_id', '=', sql.ref<string>('zone.office_id'))
          .where('exception.zone_id', '=', sql.ref<string>('zone.id'))
          .where('exception.day', '>=', from)
          .orderBy('exception.day'),
      ).as('exceptions'),
    ])
    .where('zone.office_id', '=', sql.ref<string>('office.id'))
    .orderBy('zone.main', 'desc')
    .orderBy('zone.sort_order')
    .orderBy('zone.id')

/** Seven days, Monday first, each with its openings in order; null while nobody has verified them. */
const weekly: RawBuilder<OpeningZone['weekly']> = sql`
  case
    when zone.always_open then (select jsonb_agg(jsonb_build_array(jsonb_build_array(0, 1440))) from generate_series(1, 7))
    when zone.hours_known then (
      select jsonb_agg(
        coalesce(
          (
            select jsonb_agg(jsonb_build_array(from_minute, to_minute) order by from_minute)
            from opening_hours
            where opening_hours.office_id = zone.office_id and zone_id = zone.id and weekday = day
          ),
          '[]'
        )
        order by day
      )
      from generate_series(1, 7) as day
    )
  end`

const entrances = (db: Reader) =>
  db
    .selectFrom('entrance')
    .select([
      'entrance.id',
      'entrance.name',
      position('entrance').as('position'),
      'step_free as stepFree',
      sql<Entrance['access']>`jsonb_build_object(
        'ramp', ramp, 'lift', lift, 'accessibleToilet', accessible_toilet,
        'hearingLoop', hearing_loop, 'doorWidthCm', door_width_cm
      )`.as('access'),
      'entrance.verified_on as verifiedOn',
    ])
    .where('entrance.office_id', '=', sql.ref<string>('office.id'))
    .orderBy('entrance.sort_order')
    .orderBy('entrance.id')

/** `[longitude, latitude]`, or null while nobody knows where it is. */
const position = (table: 'office' | 'compound' | 'entrance'): RawBuilder<Wgs84 | null> => sql`
  case when ${sql.ref(`${table}.longitude`)} is not null
    then jsonb_build_array(${sql.ref(`${table}.longitude`)}, ${sql.ref(`${table}.latitude`)})
  end`

/** Follows successors to the end. A circle, which the data pack refuses, would end after 32 moves. */
export const lastSuccessor = (officeId: string): RawBuilder<string> => sql`(
  with recursive path (id, step) as (
    select ${officeId}::text, 0
    union all
    select successor_id, step + 1 from path join office using (id)
    where successor_id is not null and step < 32
  )
  select id from path order by step desc limit 1
)`

/** Every compound by its name, in the order of the directory. */
export const readCompoundNames = (db: Kysely<Schema>) =>
  db.selectFrom('compound').select(['id', 'name']).orderBy('sort_order').orderBy('id').execute()

/** The neighbourhood of a compound; `null` where there is no such compound. */
export async function findNeighbourhoodOf(db: Kysely<Schema>, compoundId: string): Promise<string | null> {
  const row = await db
    .selectFrom('compound')
    .select('neighbourhood_id as id')
    .where('id', '=', compoundId)
    .executeTakeFirst()
  return row?.id ?? null
}
