import type { Kysely, Selectable, Transaction } from 'kysely'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Database } from '../../database/connect'
import { executeLater } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import { ruleSettings, rulesFrom } from '../activity/rules'
import type { PlaceRef } from './places'

type Tx = Transaction<Schema>

export interface Receipt {
  readonly place: PlaceRef
  readonly grade: PresenceGrade
  readonly openedAt: Instant
  readonly takenBy: string | null
}

export async function recordReceipt(
  tx: Tx,
  tokenHash: Buffer,
  { place, grade, openedAt }: Omit<Receipt, 'takenBy'>,
): Promise<void> {
  const statement = tx.insertInto('receipt').values({
    token_hash: tokenHash,
    place_kind: place.kind,
    place_id: place.id,
    grade,
    opened_at: new Date(openedAt),
    taken_by: null,
    taken_at: null,
  })
  await executeLater(tx, statement.compile())
}

/** How many were opened at a place by this kind of code in `(since, until]`: a demonstration's clock may be set back. */
export async function countReceipts(
  db: Kysely<Schema>,
  { place, grade }: Pick<Receipt, 'place' | 'grade'>,
  since: Instant,
  until: Instant,
): Promise<number> {
  const { given } = await db
    .selectFrom('receipt')
    .select(({ fn }) => fn.countAll<string>().as('given'))
    .where('opened_at', '>', at(since))
    .where('opened_at', '<=', at(until))
    .where('place_kind', '=', place.kind)
    .where('place_id', '=', place.id)
    .where('grade', '=', grade)
    .executeTakeFirstOrThrow()
  return Number(given)
}

/** Locked before any activity: whoever confirms the same receipt meanwhile waits here. With the numbers that hold. */
export async function lockReceipt(
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ readonly receipt: Receipt; readonly rules: RuleSettings } | null> {
  const row = await tx
    .selectFrom('receipt')
    .selectAll()
    .select(ruleSettings.as('rules'))
    .where('token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : { receipt: receiptOf(row), rules: rulesFrom(row.rules) }
}

/** The same without a lock, for whoever only looks. */
export async function findReceipt(db: Kysely<Schema>, tokenHash: Buffer): Promise<Receipt | null> {
  const row = await db
    .selectFrom('receipt')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row === undefined ? null : receiptOf(row)
}

const receiptOf = (row: Selectable<Schema['receipt']>): Receipt => ({
  place: { kind: row.place_kind, id: row.place_id },
  grade: row.grade,
  openedAt: row.opened_at,
  takenBy: row.taken_by,
})

/** Binds a receipt to who confirmed it; under its lock. */
export async function takeReceipt(
  tx: Tx,
  tokenHash: Buffer,
  residentId: string,
  now: Instant,
): Promise<void> {
  const statement = tx
    .updateTable('receipt')
    .set({ taken_by: residentId, taken_at: new Date(now) })
    .where('token_hash', '=', tokenHash)
  await executeLater(tx, statement.compile())
}

/** Forgets receipts opened before `before`; returns how many. */
export async function pruneReceipts(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('receipt')
    .where('opened_at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
