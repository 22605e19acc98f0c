import { sql, type Kysely } from 'kysely'
import type { PlaceFacts, PlaceKind } from '../../../core/domain/check-in/place'
import type { Schema } from '../../database/schema'
import { findActivity } from '../activity/lock-activity'
import { lastSuccessor } from '../directory'

/** An office by its id, or the spot of an activity by the activity's. */
export interface PlaceRef {
  readonly kind: PlaceKind
  readonly id: string
}

export interface FoundPlace extends PlaceRef {
  readonly name: string
  readonly facts: PlaceFacts
}

/** `null` where there is no such place any more; a draft is no place yet. */
export async function findPlace(db: Kysely<Schema>, { kind, id }: PlaceRef): Promise<FoundPlace | null> {
  return kind === 'office' ? findOfficePlace(db, id) : findSpot(db, id)
}

async function findSpot(db: Kysely<Schema>, id: string): Promise<FoundPlace | null> {
  const found = await findActivity(db, id)
  if (found?.isPublic !== true) return null
  const { row, deadlines } = found
  const { checkInFrom, checkInUntil } = deadlines
  const facts = { kind: 'activity', title: row.title, status: row.status, checkInFrom, checkInUntil } as const
  return { kind: 'activity', id, name: row.title, facts }
}

async function findOfficePlace(db: Kysely<Schema>, id: string): Promise<FoundPlace | null> {
  const office = await db
    .selectFrom('office')
    .leftJoin('office as next', (join) =>
      join.on('next.id', '=', lastSuccessor(id)).onRef('next.id', '<>', 'office.id'),
    )
    .select(['office.name', 'office.status', 'next.id as nextId', 'next.name as nextName'])
    .where('office.id', '=', id)
    .executeTakeFirst()
  if (office === undefined) return null
  const successor =
    office.nextId === null || office.nextName === null ? null : { id: office.nextId, name: office.nextName }
  return {
    kind: 'office',
    id,
    name: office.name,
    facts: { kind: 'office', status: office.status, successor },
  }
}

/** Activities at a place are those in the office, or the one whose spot it is with its workshops. */
export const isAtPlace = ({ kind, id }: PlaceRef) =>
  kind === 'office'
    ? sql<boolean>`activity.office_id = ${id}`
    : sql<boolean>`${id} in (activity.id, activity.part_of)`

/** Where an activity's visitors are: the office it takes place in, or its own spot. */
export const placeOf = (activity: { readonly id: string; readonly office_id: string | null }): PlaceRef =>
  activity.office_id === null
    ? { kind: 'activity', id: activity.id }
    : { kind: 'office', id: activity.office_id }

export interface StampSetRow {
  readonly id: string
  readonly places: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
}

/** Offices that are open, by kind: what a passport may become complete with. */
export async function readStampSets(db: Kysely<Schema>): Promise<readonly StampSetRow[]> {
  const { rows } = await sql<StampSetRow>`
    select kind as id, jsonb_agg(
      jsonb_build_object('id', id, 'name', name, 'shortName', short_name) order by sort_order, id
    ) as places
    from office where status = 'open' group by kind order by min(sort_order)
  `.execute(db)
  return rows
}
