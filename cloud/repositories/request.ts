import type { Transaction } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'

export interface RequestKey {
  /** A resident's id, or `public`. */
  readonly identity: string
  readonly endpoint: string
  readonly requestId: string
}

/**
 * Claims a request id for this transaction; a parallel claim of the same id waits until this one commits.
 * Returns false when the id was claimed before.
 */
export async function claimRequest(
  tx: Transaction<Schema>,
  key: RequestKey,
  inputHash: Buffer,
  now: Instant,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('request')
    .values({
      identity: key.identity,
      endpoint: key.endpoint,
      request_id: key.requestId,
      input_hash: inputHash,
      answer: JSON.stringify(null),
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request_id')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function firstAnswer(
  tx: Transaction<Schema>,
  key: RequestKey,
): Promise<{ inputHash: Buffer; answer: object | null }> {
  const row = await tx
    .selectFrom('request')
    .select(['input_hash', 'answer'])
    .where('identity', '=', key.identity)
    .where('endpoint', '=', key.endpoint)
    .where('request_id', '=', key.requestId)
    .executeTakeFirstOrThrow()
  return { inputHash: row.input_hash, answer: row.answer }
}

export async function keepAnswer(tx: Transaction<Schema>, key: RequestKey, answer: object): Promise<void> {
  await tx
    .updateTable('request')
    .set({ answer: JSON.stringify(answer) })
    .where('identity', '=', key.identity)
    .where('endpoint', '=', key.endpoint)
    .where('request_id', '=', key.requestId)
    .execute()
}

/** Forgets answers given before `before`; returns how many. */
export async function pruneRequests(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('request')
    .where('created_at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
