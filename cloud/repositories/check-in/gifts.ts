import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { Permit } from '../../app/permit'

type Tx = Transaction<Schema>

/** When the first gift of a head that stands was given. */
export async function firstGiftAt(tx: Tx, entryId: string): Promise<Instant | null> {
  const row = await tx
    .selectFrom('gift_mark')
    .select('at')
    .where('entry_id', '=', entryId)
    .where('second', '=', false)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}

export async function recordGift(
  tx: Tx,
  _permit: Permit,
  entryId: string,
  gift: { readonly at: Instant; readonly second: boolean; readonly by: string; readonly now: Instant },
): Promise<void> {
  await sql`
    with given as (
      insert into gift_mark (entry_id, at, second) values (${entryId}, ${at(gift.at)}, ${gift.second})
    )
    insert into check_in_history (entry_id, act, at, by_resident)
    values (${entryId}, 'gift', ${at(gift.now)}, ${gift.by}::uuid)
  `.execute(tx)
}

/** Gifts of one head to another of the same person; what both were given stays on record as a second one. */
export async function moveGifts(tx: Tx, fromEntryId: string, toEntryId: string): Promise<void> {
  await sql`
    update gift_mark set entry_id = ${toEntryId}, second = second or exists (
      select from gift_mark as other where other.entry_id = ${toEntryId} and not other.second and other.undone_at is null
    )
    where entry_id = ${fromEntryId} and undone_at is null
  `.execute(tx)
}
