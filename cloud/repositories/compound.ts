import { sql, type Kysely, type Transaction } from 'kysely'
import type { CompoundContent, CompoundRow } from '../../core/contract/place'
import { shanghaiDay, type Instant } from '../../core/kernel/shanghai-time'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'
import { positionOf, recordWholeCheck, type WholeCheck } from './place-check'

/** Every compound in the 街道's own order, or the one that is asked for. */
export async function readCompoundRows(
  db: Kysely<Schema>,
  compoundId: string | null = null,
): Promise<readonly CompoundRow[]> {
  const rows = await db
    .selectFrom('compound')
    .leftJoin('place_fact as fact', (join) =>
      join.on('fact.place_kind', '=', 'compound').onRef('fact.place_id', '=', 'compound.id'),
    )
    .leftJoin('post', 'post.id', 'fact.by_post')
    .selectAll('compound')
    .select(['fact.how', 'fact.at', 'post.called'])
    .where(compoundId === null ? sql<boolean>`true` : sql<boolean>`compound.id = ${compoundId}`)
    .orderBy('sort_order')
    .orderBy('compound.id')
    .execute()
  return rows.map((row) => ({
    compoundId: row.id,
    version: row.version,
    content: {
      name: row.name,
      neighbourhoodId: row.neighbourhood_id,
      position: positionOf(row),
      gridContact: row.grid_contact,
      gridPhone: row.grid_phone,
      source: row.source,
    },
    isVerified: row.neighbourhood_verified && row.position_verified,
    check: row.at === null ? null : { on: shanghaiDay(row.at), how: row.how, called: row.called },
  }))
}

/** Whether another compound is called so: a name is one compound's. */
export async function isNameTaken(tx: Transaction<Schema>, id: string, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('compound')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a compound; what it says of place and neighbourhood is a guess no more once it was checked. */
export async function recordCompound(
  tx: Transaction<Schema>,
  permit: Permit,
  id: string,
  content: CompoundContent,
  check: WholeCheck | null,
  now: Instant,
): Promise<number> {
  const { version } = await tx
    .updateTable('compound')
    .set({
      name: content.name,
      neighbourhood_id: content.neighbourhoodId,
      longitude: content.position?.[0] ?? null,
      latitude: content.position?.[1] ?? null,
      grid_contact: content.gridContact,
      grid_phone: content.gridPhone,
      source: content.source,
      ...(check === null
        ? {
            ...(content.neighbourhoodId === null ? { neighbourhood_verified: false } : {}),
            ...(content.position === null ? { position_verified: false } : {}),
          }
        : {
            neighbourhood_verified: content.neighbourhoodId !== null,
            position_verified: content.position !== null,
          }),
      edited_at: new Date(now),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  if (check !== null) await recordWholeCheck(tx, permit, 'compound', id, check, now)
  return version
}
