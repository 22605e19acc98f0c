import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'

export async function openSession(
  db: Database,
  session: { tokenHash: Buffer; residentId: string; now: Instant; expiresAt: Instant },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      resident_id: session.residentId,
      created_at: new Date(session.now),
      expires_at: new Date(session.expiresAt),
    })
    .execute()
}

export async function closeSession(db: Database, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Forgets sessions that ended by `now`; returns how many. */
export async function pruneSessions(db: Database, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('expires_at', '<=', at(now))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
