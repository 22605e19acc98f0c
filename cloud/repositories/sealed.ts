import { sql, type Transaction } from 'kysely'
import type { Schema } from '../database/schema'

type Tx = Transaction<Schema>

/** Where phone numbers lie; a test compares this with the columns that the database has. */
export const TABLES_WITH_PHONES = ['registration', 'stall_contact', 'suggestion'] as const

type TableWithPhones = (typeof TABLES_WITH_PHONES)[number]

export async function anyKeySealed(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ sealed: boolean }>`
    select exists (select from ticket_key where seed_sealed) or exists (select from screen where key_sealed) as sealed
  `.execute(tx)
  return rows[0]?.sealed === true
}

/** Locks it until the end of the transaction. */
export const lockTicketSeed = (tx: Tx): Promise<{ readonly seed: Buffer; readonly sealed: boolean }> =>
  tx.selectFrom('ticket_key').select(['seed', 'seed_sealed as sealed']).forUpdate().executeTakeFirstOrThrow()

export async function recordTicketSeed(tx: Tx, seed: Buffer): Promise<void> {
  await tx.updateTable('ticket_key').set({ seed, seed_sealed: true }).execute()
}

/** Locks them until the end of the transaction. */
export const lockScreenKeys = (
  tx: Tx,
): Promise<readonly { readonly id: string; readonly key: Buffer; readonly sealed: boolean }[]> =>
  tx.selectFrom('screen').select(['id', 'key', 'key_sealed as sealed']).orderBy('id').forUpdate().execute()

export async function recordScreenKey(tx: Tx, id: string, key: Buffer): Promise<void> {
  await tx.updateTable('screen').set({ key, key_sealed: true }).where('id', '=', id).execute()
}

interface SealedPhone {
  readonly id: string
  readonly phone: Buffer
}

export async function readSealedPhones(tx: Tx, table: TableWithPhones): Promise<readonly SealedPhone[]> {
  const { rows } = await sql<SealedPhone>`
    select id, phone_sealed as phone from ${sql.table(table)} where phone_sealed is not null order by id
  `.execute(tx)
  return rows
}

/** Only where it still is the one that was read: whoever changed it meanwhile sealed it with today's secret. */
export async function replacePhone(
  tx: Tx,
  table: TableWithPhones,
  { id, phone }: SealedPhone,
  anew: Buffer,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set phone_sealed = ${anew} where id = ${id} and phone_sealed = ${phone}
  `.execute(tx)
}
