import type { Kysely, Transaction } from 'kysely'
import type { CheckedHow } from '../../core/domain/office/checked'
import { toIso, type Instant, type IsoInstant } from '../../core/kernel/shanghai-time'
import { wgs84, type Wgs84 } from '../../core/kernel/units'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'

export interface WholeCheck {
  readonly how: CheckedHow
}

/** Says that all of a record was checked. */
export async function recordWholeCheck(
  tx: Transaction<Schema>,
  { post }: Permit,
  placeKind: Exclude<Schema['place_fact']['place_kind'], 'office'>,
  placeId: string,
  { how }: WholeCheck,
  now: Instant,
): Promise<void> {
  const changes = { how, by_post: post.id, at: new Date(now) }
  await tx
    .insertInto('place_fact')
    .values({ place_kind: placeKind, place_id: placeId, fact: 'all', ...changes })
    .onConflict((conflict) => conflict.columns(['place_kind', 'place_id', 'fact']).doUpdateSet(changes))
    .execute()
}

export const positionOf = (row: {
  readonly longitude: number | null
  readonly latitude: number | null
}): Wgs84 | null =>
  row.longitude === null || row.latitude === null ? null : wgs84(row.longitude, row.latitude)

/** Whose save of a place came last; `null` where nobody saved yet. */
export async function lastSave(
  db: Kysely<Schema>,
  kind: Schema['place_fact']['place_kind'],
  id: string,
): Promise<{ readonly called: string; readonly at: IsoInstant } | null> {
  const row = await db
    .selectFrom('staff_act')
    .leftJoin('post', 'post.id', 'staff_act.post_id')
    .select(['post.called', 'staff_act.at'])
    .where('endpoint', 'like', 'place.%')
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .orderBy('staff_act.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { called: row.called ?? '', at: toIso(row.at) }
}
