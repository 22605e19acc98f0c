import { sql, type Kysely, type Transaction } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Database } from '../../database/connect'
import type { Schema } from '../../database/schema'
import type { StoredKey } from './codes'
import type { Permit } from '../../app/permit'

type Tx = Transaction<Schema>

export interface Pairing {
  readonly pairingId: string
  readonly digits: string
  readonly wrongTries: number
  readonly startedAt: Instant
  /** Once it is paired. */
  readonly screenId: string | null
}

const pairings = (db: Kysely<Schema>) =>
  db
    .selectFrom('screen_pairing')
    .select([
      'pairing_id as pairingId',
      'digits',
      'wrong_tries as wrongTries',
      'started_at as startedAt',
      'screen_id as screenId',
    ])

export async function startPairing(
  tx: Tx,
  { secretHash, pairingId, digits }: { secretHash: Buffer; pairingId: string; digits: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('screen_pairing')
    .values({
      token_hash: secretHash,
      pairing_id: pairingId,
      digits,
      started_at: new Date(now),
      screen_id: null,
    })
    .execute()
}

/** By the secret that only the screen has. */
export const findPairing = async (db: Kysely<Schema>, secretHash: Buffer): Promise<Pairing | null> =>
  (await pairings(db).where('token_hash', '=', secretHash).executeTakeFirst()) ?? null

/** Ids of those that wait to be paired. */
export async function listOpenPairings(db: Kysely<Schema>, since: Instant): Promise<readonly string[]> {
  const open = await pairings(db).where('started_at', '>', at(since)).where('screen_id', 'is', null).execute()
  return open.map(({ pairingId }) => pairingId)
}

/** By what the screen shows; nobody else pairs it meanwhile. */
export const lockPairing = async (tx: Tx, pairingId: string): Promise<Pairing | null> =>
  (await pairings(tx).where('pairing_id', '=', pairingId).forUpdate().executeTakeFirst()) ?? null

export async function recordWrongDigits(tx: Tx, pairingId: string): Promise<void> {
  await tx
    .updateTable('screen_pairing')
    .set({ wrong_tries: sql`wrong_tries + 1` })
    .where('pairing_id', '=', pairingId)
    .execute()
}

export async function recordScreen(
  tx: Tx,
  _permit: Permit,
  pairingId: string,
  screen: { id: string; officeId: string; key: StoredKey; by: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('screen')
    .values({
      id: screen.id,
      office_id: screen.officeId,
      key: screen.key.bytes,
      key_sealed: screen.key.sealed,
      paired_at: new Date(now),
      paired_by: screen.by,
      revoked_at: null,
    })
    .execute()
  await tx
    .updateTable('screen_pairing')
    .set({ screen_id: screen.id })
    .where('pairing_id', '=', pairingId)
    .execute()
}

/** Forgets pairings that were started before `before`; returns how many. */
export async function prunePairings(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('screen_pairing')
    .where('started_at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
