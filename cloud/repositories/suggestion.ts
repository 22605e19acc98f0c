import { sql, type Kysely, type Transaction } from 'kysely'
import type { MySuggestion } from '../../core/contract/suggestion'
import { suggestionState, type CheckState } from '../../core/domain/me/suggestion'
import { instant, toIso, type Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

/** More than anybody writes and reads through again; older ones stay on record. */
const SHOWN = 200
const RECEIVED_A_PAGE = 50
const DAY_MS = 86_400_000

/**
 * Locks the writer, before anything else of theirs is claimed: two that are sent at once are counted one after the
 * other. False when they were erased meanwhile.
 */
export async function lockWriter(tx: Tx, residentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('resident')
    .select('id')
    .where('id', '=', residentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** When this resident wrote within the last 24 hours: more than one Shanghai day's worth. */
export async function writtenLately(tx: Tx, residentId: string, now: Instant): Promise<readonly Instant[]> {
  const rows = await tx
    .selectFrom('suggestion')
    .select('at')
    .where('resident_id', '=', residentId)
    .where('at', '>', at(instant(now - DAY_MS)))
    .execute()
  return rows.map((row) => row.at)
}

export async function recordSuggestion(
  tx: Tx,
  suggestion: {
    residentId: string
    text: string
    phoneSealed: Buffer | null
    checked: CheckState
    now: Instant
  },
): Promise<string> {
  const { residentId, text, phoneSealed, checked, now } = suggestion
  const { id } = await tx
    .insertInto('suggestion')
    .values({
      resident_id: residentId,
      text,
      phone_sealed: phoneSealed,
      checked,
      at: new Date(now),
      reply: null,
      replied_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Under which OPENID WeChat knows a resident; null for somebody without an account there. */
export async function findOpenid(db: Reader, residentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('wechat_account')
    .select('openid')
    .where('resident_id', '=', residentId)
    .executeTakeFirst()
  return row?.openid ?? null
}

export async function readMySuggestions(db: Reader, residentId: string): Promise<readonly MySuggestion[]> {
  const rows = await db
    .selectFrom('suggestion')
    .selectAll()
    .where('resident_id', '=', residentId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => ({
    suggestionId: row.id,
    text: row.text,
    at: toIso(row.at),
    state: suggestionState(row.checked, row.reply),
    wantsCall: row.phone_sealed !== null,
    reply: row.reply,
  }))
}

export interface SuggestionRow {
  readonly suggestionId: string
  readonly text: string
  readonly at: Instant
  readonly checked: CheckState
  readonly phoneSealed: Buffer | null
  readonly reply: string | null
}

/** The last suggestion of a page, by its values: it may have been answered meanwhile. */
export interface LastReceived {
  readonly suggestionId: string
  readonly answered: boolean
  readonly at: Instant
}

/** Unanswered first, then newest first; what was refused is not there. */
export async function readReceived(
  db: Reader,
  after: LastReceived | null,
): Promise<{
  readonly rows: readonly SuggestionRow[]
  readonly unanswered: number
  readonly more: boolean
}> {
  const { unanswered } = await db
    .selectFrom('suggestion')
    .select((suggestion) => suggestion.fn.countAll<number>().as('unanswered'))
    .where('text', 'is not', null)
    .where('reply', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('suggestion')
    .select(['id', 'text', 'at', 'checked', 'phone_sealed', 'reply'])
    .where('text', 'is not', null)
    .where(after === null ? sql<boolean>`true` : isAfter(after))
    .orderBy((column) => column('reply', 'is not', null))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(RECEIVED_A_PAGE + 1)
    .execute()
  return {
    rows: rows.slice(0, RECEIVED_A_PAGE).map(({ id, text, phone_sealed, ...row }) => ({
      ...row,
      suggestionId: id,
      text: text ?? '',
      phoneSealed: phone_sealed,
    })),
    unanswered,
    more: rows.length > RECEIVED_A_PAGE,
  }
}

const isAfter = ({ suggestionId, answered, at: moment }: LastReceived) => sql<boolean>`
  (suggestion.reply is not null, -extract(epoch from suggestion.at), suggestion.id)
    > (${answered}::boolean, -extract(epoch from ${at(moment)}::timestamptz), ${suggestionId}::uuid)`

/** The number that was left with a suggestion; `undefined` where there is no such suggestion. */
export async function findSealedPhone(db: Reader, suggestionId: string): Promise<Buffer | null | undefined> {
  const row = await db
    .selectFrom('suggestion')
    .select('phone_sealed')
    .where('id', '=', suggestionId)
    .where('text', 'is not', null)
    .executeTakeFirst()
  return row?.phone_sealed
}

/** False where there is no such suggestion. */
export async function recordReply(
  tx: Tx,
  suggestionId: string,
  reply: string,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('suggestion')
    .set({ reply, replied_at: new Date(now) })
    .where('id', '=', suggestionId)
    .where('text', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function recordSuggestionAct(
  tx: Tx,
  suggestionId: string,
  act: 'opened' | 'replied',
  by: string,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('suggestion_history')
    .values({ suggestion_id: suggestionId, act, at: new Date(now), by_resident: by })
    .execute()
}

/** Words that wait for WeChat's answer, and under which OPENID they are asked about. */
export interface StoredWords {
  readonly id: string
  readonly content: string
  readonly openid: string | null
}

/** Oldest first. */
export async function readUnchecked(db: Reader, most: number): Promise<readonly StoredWords[]> {
  const rows = await db
    .selectFrom('suggestion')
    .leftJoin('wechat_account as account', 'account.resident_id', 'suggestion.resident_id')
    .select(['suggestion.id', 'text', 'openid'])
    .where('checked', '=', 'unchecked')
    .orderBy('at')
    .limit(most)
    .execute()
  return rows.map(({ text, ...row }) => ({ ...row, content: text ?? '' }))
}

/** Of what is refused nothing stays but that it was. False when it was judged, or erased, meanwhile. */
export async function recordCheck(
  db: Database,
  suggestionId: string,
  checked: Exclude<CheckState, 'unchecked'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('suggestion')
    .set({ checked, ...(checked === 'refused' ? { text: null, phone_sealed: null } : {}) })
    .where('id', '=', suggestionId)
    .where('checked', '=', 'unchecked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets numbers left before `before`; gives how many. */
export async function forgetPhonesOf(db: Database, before: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('suggestion')
    .set({ phone_sealed: null })
    .where('phone_sealed', 'is not', null)
    .where('at', '<=', at(before))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
