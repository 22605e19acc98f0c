import { sql, type Insertable, type Transaction } from 'kysely'
import type { SignInFacts } from '../../core/domain/staff/desk-session'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { DeskSessionTable, DeskSignInTable } from '../database/schema/staff'

type Tx = Transaction<Schema>

const SIGN_IN_COLUMNS = [
  'id',
  'browser_hash',
  'digits',
  'browser',
  'system',
  'network',
  'is_public_pc',
  'asked_at',
  'confirmed_by',
  'confirmed_at',
  'ended_at',
] as const

export type SignInRecord = NonNullable<Awaited<ReturnType<typeof findSignIn>>>

export const signInFacts = (row: SignInRecord): SignInFacts => ({
  askedAt: row.asked_at,
  digits: row.digits,
  endedAt: row.ended_at,
  confirmedAt: row.confirmed_at,
})

export const findSignIn = (db: Database, id: string) =>
  db.selectFrom('desk_sign_in').select(SIGN_IN_COLUMNS).where('id', '=', id).executeTakeFirst()

/** Whoever answers or collects the same request takes turns. */
export const lockSignIn = (tx: Tx, id: string) =>
  tx.selectFrom('desk_sign_in').select(SIGN_IN_COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()

/** Requests that a phone may still answer. */
export const listOpenSignIns = (db: Database, since: Instant) =>
  db
    .selectFrom('desk_sign_in')
    .select(['id', 'digits', 'network'])
    .where('asked_at', '>', at(since))
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .execute()

export const recordSignIn = (tx: Tx, row: Insertable<DeskSignInTable>) =>
  tx.insertInto('desk_sign_in').values(row).execute()

/** Requests from one address that are still open; those who ask from there take turns until the transaction ends. */
export async function lockOpenSignIns(tx: Tx, network: string, since: Instant): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`desk sign-in ${network}`}))`.execute(tx)
  const { open } = await tx
    .selectFrom('desk_sign_in')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('network', '=', network)
    .where('asked_at', '>', at(since))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}

/** A browser that asks anew gives up what it asked before. */
export const endSignInsOf = (tx: Tx, browserHash: Buffer, now: Instant) =>
  tx
    .updateTable('desk_sign_in')
    .set({ ended_at: new Date(now) })
    .where('browser_hash', '=', browserHash)
    .where('ended_at', 'is', null)
    .execute()

export const recordSignInEnded = (tx: Tx, id: string, now: Instant) =>
  tx
    .updateTable('desk_sign_in')
    .set({ ended_at: new Date(now) })
    .where('id', '=', id)
    .execute()

export const recordSignInConfirmed = (tx: Tx, id: string, residentId: string, now: Instant) =>
  tx
    .updateTable('desk_sign_in')
    .set({ confirmed_by: residentId, confirmed_at: new Date(now) })
    .where('id', '=', id)
    .execute()

export const openDeskSession = (tx: Tx, row: Insertable<DeskSessionTable>) =>
  tx.insertInto('desk_session').values(row).execute()

/** Whether this account was signed in in that browser before. */
export async function knowsBrowser(db: Database, residentId: string, browserHash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('desk_session')
    .select('id')
    .where('resident_id', '=', residentId)
    .where('browser_hash', '=', browserHash)
    .executeTakeFirst()
  return row !== undefined
}

/** All of one account that are kept, the newest first. */
export const listDeskSessions = (db: Database, residentId: string) =>
  db
    .selectFrom('desk_session')
    .select([
      'id',
      'token_hash',
      'browser_hash',
      'browser',
      'system',
      'is_public_pc',
      'idle_minutes',
      'started_at',
      'seen_at',
      'expires_at',
      'ended_at',
    ])
    .where('resident_id', '=', residentId)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()

export const findDeskSession = (db: Database, tokenHash: Buffer) =>
  db
    .selectFrom('desk_session')
    .select(['is_public_pc', 'idle_minutes', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Ends the session with that token, or one of the account by its id; `false` where there is none such. */
export async function endDeskSession(
  tx: Tx,
  which: { readonly tokenHash: Buffer } | { readonly id: string; readonly residentId: string },
  now: Instant,
): Promise<boolean> {
  const ending = tx.updateTable('desk_session').set({ ended_at: sql`coalesce(ended_at, ${at(now)})` })
  const { numUpdatedRows } = await (
    'tokenHash' in which
      ? ending.where('token_hash', '=', which.tokenHash)
      : ending.where('id', '=', which.id).where('resident_id', '=', which.residentId)
  ).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** 离岗: every PC on which the account is signed in, and requests that it has confirmed but no browser collected. */
export async function endAllDeskSessions(tx: Tx, residentId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('desk_session')
    .set({ ended_at: new Date(now) })
    .where('resident_id', '=', residentId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('desk_sign_in')
    .set({ ended_at: new Date(now) })
    .where('confirmed_by', '=', residentId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Forgets requests asked and sessions that ended by then; returns how many. */
export async function pruneDeskSignIns(
  db: Database,
  { asked, ended }: { readonly asked: Instant; readonly ended: Instant },
): Promise<number> {
  const requests = await db.deleteFrom('desk_sign_in').where('asked_at', '<=', at(asked)).executeTakeFirst()
  const sessions = await db.deleteFrom('desk_session').where('expires_at', '<=', at(ended)).executeTakeFirst()
  return Number(requests.numDeletedRows + sessions.numDeletedRows)
}
