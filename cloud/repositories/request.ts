import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import { executeLater } from '../database/one-trip'
import type { Schema } from '../database/schema'

export interface RequestKey {
  /** A resident's id, or `public`. */
  readonly identity: string
  readonly endpoint: string
  readonly requestId: string
}

/**
 * Claims a request id for this transaction; a parallel claim of the same id waits until this one commits.
 * Returns false when the id was claimed before, or when the resident has been erased: the lock on their row
 * keeps erasing and claiming apart, so that no request of somebody erased is left behind.
 */
export async function claimRequest(
  tx: Transaction<Schema>,
  key: RequestKey,
  inputHash: Buffer,
  now: Instant,
): Promise<boolean> {
  const { identity, endpoint, requestId } = key
  const whose = identity === 'public' ? sql`(values (1))` : sql`resident where id = ${identity} for key share`
  const { rows } = await sql`
    insert into request (identity, endpoint, request_id, input_hash, created_at)
    select ${identity}, ${endpoint}, ${requestId}::uuid, ${inputHash}::bytea, ${at(now)} from ${whose}
    on conflict do nothing returning request_id
  `.execute(tx)
  return rows.length === 1
}

/** Null when there is none: then it was not claimed because its resident is gone. */
export async function firstAnswer(
  tx: Transaction<Schema>,
  key: RequestKey,
): Promise<{ inputHash: Buffer; answer: object | null } | null> {
  const row = await tx
    .selectFrom('request')
    .select(['input_hash', 'answer'])
    .where('identity', '=', key.identity)
    .where('endpoint', '=', key.endpoint)
    .where('request_id', '=', key.requestId)
    .executeTakeFirst()
  return row === undefined ? null : { inputHash: row.input_hash, answer: row.answer }
}

/** Whether this very request was answered before, to whoever may not claim it yet. */
export async function hasAnswer(db: Database, key: RequestKey): Promise<boolean> {
  const row = await db
    .selectFrom('request')
    .select('request_id')
    .where('identity', '=', key.identity)
    .where('endpoint', '=', key.endpoint)
    .where('request_id', '=', key.requestId)
    .executeTakeFirst()
  return row !== undefined
}

export async function recordAnswer(tx: Transaction<Schema>, key: RequestKey, answer: object): Promise<void> {
  const statement = tx
    .updateTable('request')
    .set({ answer: JSON.stringify(answer) })
    .where('identity', '=', key.identity)
    .where('endpoint', '=', key.endpoint)
    .where('request_id', '=', key.requestId)
  await executeLater(tx, statement.compile())
}

/** Forgets answers given before `before`; returns how many. */
export async function pruneRequests(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('request')
    .where('created_at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
