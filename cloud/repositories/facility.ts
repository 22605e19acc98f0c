import { sql, type Kysely, type Transaction } from 'kysely'
import type { FacilityContent, FacilityRow, KindRow, RecordCheck } from '../../core/contract/place'
import { isStale, type CheckedHow } from '../../core/domain/office/checked'
import { shanghaiDay, type Instant, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'
import { readWaitingReports } from './life-circle'
import { positionOf, recordWholeCheck, type WholeCheck } from './place-check'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

/** Every facility of the life circle but offices, in the 街道's own order, or the one that is asked for. */
export async function readFacilityRows(
  db: Reader,
  today: ShanghaiDay,
  facilityId: string | null = null,
): Promise<readonly FacilityRow[]> {
  const rows = await db
    .selectFrom('facility')
    .leftJoin('place_fact as fact', (join) =>
      join.on('fact.place_kind', '=', 'facility').onRef('fact.place_id', '=', 'facility.id'),
    )
    .leftJoin('post', 'post.id', 'fact.by_post')
    .selectAll('facility')
    .select(['fact.how', 'fact.at', 'post.called'])
    .where(facilityId === null ? sql<boolean>`true` : sql<boolean>`facility.id = ${facilityId}`)
    .orderBy('sort_order')
    .orderBy('facility.id')
    .execute()
  const reports = await readWaitingReports(db)
  return rows.map((row) => {
    const check = checkOf(row.at, row.how, row.called, row.verified_on)
    return {
      facilityId: row.id,
      version: row.version,
      content: {
        kindId: row.kind_id,
        name: row.name,
        address: row.address,
        position: positionOf(row),
        phone: row.phone,
        hours: row.hours,
        stepFree: row.step_free,
        ramp: row.ramp,
        accessibleToilet: row.accessible_toilet,
        source: row.source,
      },
      check,
      isStale: check !== null && isStale(check.on, today),
      reports: reports.get(row.id) ?? [],
    }
  })
}

/** What the desk recorded, else the day that the data pack says. */
function checkOf(
  at: Instant | null,
  how: CheckedHow | null,
  called: string | null,
  packDay: ShanghaiDay | null,
): RecordCheck | null {
  if (at !== null) return { on: shanghaiDay(at), how, called }
  return packDay === null ? null : { on: packDay, how: null, called: null }
}

export async function readKindRows(db: Reader): Promise<readonly KindRow[]> {
  const rows = await db
    .selectFrom('facility_kind as kind')
    .leftJoin('place_fact as fact', (join) =>
      join.on('fact.place_kind', '=', 'facility_kind').onRef('fact.place_id', '=', 'kind.id'),
    )
    .leftJoin('post', 'post.id', 'fact.by_post')
    .select((kind) => [
      'kind.id',
      'kind.name',
      'kind.version',
      'kind.complete',
      'fact.how',
      'fact.at',
      'post.called',
      kind
        .selectFrom('facility')
        .select((facility) => facility.fn.countAll<number>().as('n'))
        .whereRef('kind_id', '=', 'kind.id')
        .as('facilities'),
    ])
    .orderBy('kind.sort_order')
    .orderBy('kind.id')
    .execute()
  return rows.map((row) => ({
    kindId: row.id,
    name: row.name,
    version: row.version,
    complete: row.complete,
    facilities: row.facilities ?? 0,
    check: checkOf(row.at, row.how, row.called, null),
  }))
}

/** Locks a row of one of these tables; `null` where there is none. */
export async function lockPlaceRow(
  tx: Tx,
  table: 'facility' | 'facility_kind' | 'compound',
  id: string,
): Promise<{ readonly version: number } | null> {
  const row = await tx.selectFrom(table).select('version').where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

const columnsOf = (content: FacilityContent) => ({
  kind_id: content.kindId,
  name: content.name,
  address: content.address,
  longitude: content.position?.[0] ?? null,
  latitude: content.position?.[1] ?? null,
  phone: content.phone,
  hours: content.hours,
  step_free: content.stepFree,
  ramp: content.ramp,
  accessible_toilet: content.accessibleToilet,
  source: content.source,
})

/** Writes a facility, a new one at the end; the data pack leaves it alone from now on. Gives its version. */
export async function recordFacility(
  tx: Tx,
  permit: Permit,
  facility: { readonly id: string; readonly isNew: boolean; readonly content: FacilityContent },
  check: WholeCheck | null,
  now: Instant,
): Promise<number> {
  const { id, isNew, content } = facility
  const verified =
    check === null ? {} : { verified_on: shanghaiDay(now), position_verified: content.position !== null }
  const columns = { ...columnsOf(content), ...verified, edited_at: new Date(now) }
  if (isNew)
    await tx
      .insertInto('facility')
      .values({
        id,
        position_verified: false,
        verified_on: null,
        sort_order: sql<number>`(select coalesce(max(sort_order), 0) + 1 from facility)`,
        ...columns,
      })
      .execute()
  else
    await tx
      .updateTable('facility')
      .set({
        ...columns,
        version: sql<number>`version + 1`,
        ...(content.position === null ? { position_verified: false } : {}),
      })
      .where('id', '=', id)
      .execute()
  if (check !== null) await recordWholeCheck(tx, permit, 'facility', id, check, now)
  const { version } = await tx
    .selectFrom('facility')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}

/** Takes a facility off the map; no data pack brings it back. */
export async function removeFacility(tx: Tx, { post }: Permit, id: string, now: Instant): Promise<void> {
  await tx.deleteFrom('facility').where('id', '=', id).execute()
  await tx.deleteFrom('place_fact').where('place_kind', '=', 'facility').where('place_id', '=', id).execute()
  await tx
    .insertInto('removed_row')
    .values({ kind: 'facility', id, by_post: post.id, at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
    .execute()
}

export async function recordComplete(
  tx: Tx,
  permit: Permit,
  kindId: string,
  complete: boolean,
  check: WholeCheck,
  now: Instant,
): Promise<number> {
  const { version } = await tx
    .updateTable('facility_kind')
    .set({ complete, edited_at: new Date(now), version: sql<number>`version + 1` })
    .where('id', '=', kindId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await recordWholeCheck(tx, permit, 'facility_kind', kindId, check, now)
  return version
}
