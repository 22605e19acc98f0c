import { sql, type Kysely, type Transaction } from 'kysely'
import type { FactCheck } from '../../core/contract/place'
import {
  isStated,
  OFFICE_FACTS,
  verifiedSince,
  type CheckedHow,
  type OfficeContent,
  type OfficeFact,
} from '../../core/domain/office/checked'
import type { HoursException } from '../../core/domain/office/office'
import { shanghaiDay, type Instant, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../core/kernel/units'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'
import { positionOf } from './place-check'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

/** Locks an office against other saves; `null` where there is none. */
export async function lockOffice(tx: Tx, officeId: string): Promise<{ readonly version: number } | null> {
  const row = await tx
    .selectFrom('office')
    .select('version')
    .where('id', '=', officeId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Each office with all that the desk writes of it, in the 街道's own order. */
export async function readOffices(
  db: Reader,
  officeIds: 'all' | readonly string[],
): Promise<
  readonly {
    readonly id: string
    readonly version: number
    readonly verifiedOn: ShanghaiDay | null
    readonly content: OfficeContent
  }[]
> {
  const only = officeIds === 'all' ? sql<boolean>`true` : sql<boolean>`id = any(${[...officeIds]}::text[])`
  const ofOffice =
    officeIds === 'all' ? sql<boolean>`true` : sql<boolean>`office_id = any(${[...officeIds]}::text[])`
  const offices = await db
    .selectFrom('office')
    .selectAll()
    .where(only)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const zones = await db
    .selectFrom('opening_zone')
    .selectAll()
    .where(ofOffice)
    .orderBy('main', 'desc')
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const hours = await db
    .selectFrom('opening_hours')
    .selectAll()
    .where(ofOffice)
    .orderBy('from_minute')
    .execute()
  const entrances = await db
    .selectFrom('entrance')
    .selectAll()
    .where(ofOffice)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const services = await db
    .selectFrom('office_service')
    .selectAll()
    .where(ofOffice)
    .orderBy('service_id')
    .execute()
  return offices.map((office) => ({
    id: office.id,
    version: office.version,
    verifiedOn: office.verified_on,
    content: {
      name: office.name,
      shortName: office.short_name,
      kind: office.kind,
      neighbourhoodId: office.neighbourhood_id,
      status: office.status,
      successorId: office.successor_id,
      address: office.address,
      landmark: office.landmark,
      about: office.about,
      position: positionOf(office),
      phone: office.phone,
      serviceIds: services.flatMap((row) => (row.office_id === office.id ? [row.service_id] : [])),
      zones: zones
        .filter((zone) => zone.office_id === office.id)
        .map((zone) => ({
          id: zone.id,
          name: zone.name,
          main: zone.main,
          alwaysOpen: zone.always_open,
          weekly:
            zone.always_open || !zone.hours_known
              ? null
              : [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
                  hours
                    .filter(
                      (row) =>
                        row.office_id === office.id && row.zone_id === zone.id && row.weekday === weekday,
                    )
                    .map((row) => [row.from_minute, row.to_minute] as const),
                ),
          opensOnHolidays: zone.opens_on_holidays,
        })),
      entrances: entrances
        .filter((entrance) => entrance.office_id === office.id)
        .map((entrance) => ({
          id: entrance.id,
          name: entrance.name,
          position: positionOf(entrance),
          stepFree: entrance.step_free,
          ramp: entrance.ramp,
          lift: entrance.lift,
          accessibleToilet: entrance.accessible_toilet,
          hearingLoop: entrance.hearing_loop,
          doorWidthCm: entrance.door_width_cm,
        })),
    },
  }))
}

/** Who checked what, by office. What the data pack brought counts on the day that it says, where it is stated. */
export async function readChecks(
  db: Reader,
  offices: readonly {
    readonly id: string
    readonly verifiedOn: ShanghaiDay | null
    readonly content: OfficeContent
  }[],
): Promise<ReadonlyMap<string, readonly FactCheck[]>> {
  const rows = await db
    .selectFrom('place_fact')
    .leftJoin('post', 'post.id', 'place_fact.by_post')
    .select(['place_id', 'fact', 'how', 'place_fact.at', 'called'])
    .where('place_kind', '=', 'office')
    .where('place_id', 'in', [...offices.map(({ id }) => id), ''])
    .execute()
  return new Map(
    offices.map(({ id, verifiedOn, content }) => [
      id,
      OFFICE_FACTS.filter((fact) => isStated(content, fact)).flatMap((fact): FactCheck[] => {
        const own = rows.find((row) => row.place_id === id && row.fact === fact)
        if (own !== undefined) return [{ fact, on: shanghaiDay(own.at), how: own.how, called: own.called }]
        return verifiedOn === null ? [] : [{ fact, on: verifiedOn, how: null, called: null }]
      }),
    ]),
  )
}

/** Since when all that is needed has been checked. */
export const verifiedOn = (checks: readonly FactCheck[]): ShanghaiDay | null =>
  verifiedSince(Object.fromEntries(checks.map(({ fact, on }) => [fact, on])))

export interface SavedOffice {
  readonly officeId: string
  readonly content: OfficeContent
  readonly checked: readonly OfficeFact[]
  readonly forgotten: readonly OfficeFact[]
  readonly how: CheckedHow
}

/** Writes an office with all its parts; the data pack leaves it alone from now on. Gives its new version. */
export async function recordOffice(
  tx: Tx,
  permit: Permit,
  { officeId, content, checked, forgotten, how }: SavedOffice,
  now: Instant,
): Promise<number> {
  const { position, zones, entrances, serviceIds } = content
  const { version } = await tx
    .updateTable('office')
    .set({
      name: content.name,
      short_name: content.shortName,
      kind: content.kind,
      neighbourhood_id: content.neighbourhoodId,
      status: content.status,
      successor_id: content.successorId,
      address: content.address,
      landmark: content.landmark,
      about: content.about,
      longitude: position?.[0] ?? null,
      latitude: position?.[1] ?? null,
      phone: content.phone,
      ...(checked.includes('position') ? { position_verified: true } : {}),
      ...(forgotten.includes('position') ? { position_verified: false } : {}),
      edited_at: new Date(now),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', officeId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await writeZones(tx, officeId, zones)
  await writeEntrances(tx, officeId, entrances, checked.includes('access') ? shanghaiDay(now) : null)
  await tx.deleteFrom('office_service').where('office_id', '=', officeId).execute()
  if (serviceIds.length > 0)
    await tx
      .insertInto('office_service')
      .values(serviceIds.map((service_id) => ({ office_id: officeId, service_id })))
      .execute()
  await recordChecks(tx, permit, officeId, { checked, forgotten, how }, now)
  await settleVerifiedOn(tx, officeId)
  return version
}

/** The day that residents read is the oldest of those on which something that is needed was checked. */
async function settleVerifiedOn(tx: Tx, officeId: string): Promise<void> {
  const offices = await readOffices(tx, [officeId])
  const since = verifiedOn((await readChecks(tx, offices)).get(officeId) ?? [])
  if (since !== null)
    await tx.updateTable('office').set({ verified_on: since }).where('id', '=', officeId).execute()
}

/** Zones that stay keep the single days that hang on them. */
async function writeZones(tx: Tx, officeId: string, zones: OfficeContent['zones']): Promise<void> {
  await tx
    .deleteFrom('opening_zone')
    .where('office_id', '=', officeId)
    .where(
      'id',
      'not in',
      zones.map(({ id }) => id),
    )
    .execute()
  // One main zone at any moment: nobody is main until it is said who.
  await tx.updateTable('opening_zone').set({ main: false }).where('office_id', '=', officeId).execute()
  await tx.deleteFrom('opening_hours').where('office_id', '=', officeId).execute()
  for (const [index, zone] of zones.entries()) {
    const row = {
      name: zone.name,
      main: zone.main,
      always_open: zone.alwaysOpen,
      hours_known: zone.alwaysOpen || zone.weekly !== null,
      opens_on_holidays: zone.opensOnHolidays,
      sort_order: index + 1,
    }
    await tx
      .insertInto('opening_zone')
      .values({ office_id: officeId, id: zone.id, ...row })
      .onConflict((conflict) => conflict.columns(['office_id', 'id']).doUpdateSet(row))
      .execute()
    const hours = (zone.alwaysOpen ? [] : (zone.weekly ?? [])).flatMap((day, at) =>
      day.map(([from_minute, to_minute]) => ({
        office_id: officeId,
        zone_id: zone.id,
        weekday: at + 1,
        from_minute,
        to_minute,
      })),
    )
    if (hours.length > 0) await tx.insertInto('opening_hours').values(hours).execute()
  }
}

async function writeEntrances(
  tx: Tx,
  officeId: string,
  entrances: OfficeContent['entrances'],
  checkedOn: ShanghaiDay | null,
): Promise<void> {
  const before = await tx
    .selectFrom('entrance')
    .select(['id', 'verified_on'])
    .where('office_id', '=', officeId)
    .execute()
  await tx.deleteFrom('entrance').where('office_id', '=', officeId).execute()
  if (entrances.length === 0) return
  await tx
    .insertInto('entrance')
    .values(
      entrances.map((entrance, index) => ({
        office_id: officeId,
        id: entrance.id,
        name: entrance.name,
        longitude: entrance.position?.[0] ?? null,
        latitude: entrance.position?.[1] ?? null,
        step_free: entrance.stepFree,
        ramp: entrance.ramp,
        lift: entrance.lift,
        accessible_toilet: entrance.accessibleToilet,
        hearing_loop: entrance.hearingLoop,
        door_width_cm: entrance.doorWidthCm,
        verified_on: checkedOn ?? before.find(({ id }) => id === entrance.id)?.verified_on ?? null,
        sort_order: index + 1,
      })),
    )
    .execute()
}

async function recordChecks(
  tx: Tx,
  { post }: Permit,
  placeId: string,
  { checked, forgotten, how }: Pick<SavedOffice, 'checked' | 'forgotten' | 'how'>,
  now: Instant,
): Promise<void> {
  const changes = { how, by_post: post.id, at: new Date(now) }
  for (const fact of checked)
    await tx
      .insertInto('place_fact')
      .values({ place_kind: 'office', place_id: placeId, fact, ...changes })
      .onConflict((conflict) => conflict.columns(['place_kind', 'place_id', 'fact']).doUpdateSet(changes))
      .execute()
  if (forgotten.length > 0)
    await tx
      .deleteFrom('place_fact')
      .where('place_kind', '=', 'office')
      .where('place_id', '=', placeId)
      .where('fact', 'in', [...forgotten])
      .execute()
}

/** Single days from `from` on, of the main zone. */
export const readDays = (db: Reader, officeId: string, from: ShanghaiDay): Promise<HoursException[]> =>
  db
    .selectFrom('hours_exception as exception')
    .innerJoin('opening_zone as zone', (join) =>
      join.onRef('zone.office_id', '=', 'exception.office_id').onRef('zone.id', '=', 'exception.zone_id'),
    )
    .select(['day', 'intervals', 'note'])
    .where('exception.office_id', '=', officeId)
    .where('zone.main', '=', true)
    .where('day', '>=', from)
    .orderBy('day')
    .execute()

const nameList = (db: Reader, table: 'service' | 'neighbourhood' | 'office') =>
  db.selectFrom(table).select(['id', 'name']).orderBy('sort_order').orderBy('id').execute()

/** What the form of an office offers to choose from. */
export async function readChoices(db: Reader) {
  return {
    services: await nameList(db, 'service'),
    neighbourhoods: await nameList(db, 'neighbourhood'),
    offices: await nameList(db, 'office'),
  }
}

/** Whether a position lies within the edges of the 街道. */
export async function isWithinStreet(db: Reader, [longitude, latitude]: Wgs84): Promise<boolean> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', ['west', 'east', 'south', 'north'])
    .execute()
  const edge = (key: string): number => Number(rows.find((row) => row.key === key)?.value ?? Number.NaN)
  return (
    longitude >= edge('west') &&
    longitude <= edge('east') &&
    latitude >= edge('south') &&
    latitude <= edge('north')
  )
}
