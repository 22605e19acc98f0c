import type { Kysely, Transaction } from 'kysely'
import { isSilent } from '../../../core/domain/check-in/pairing'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { PlaceRef } from './places'
import type { Permit } from '../../app/permit'

type Tx = Transaction<Schema>

export interface FoundPoster {
  readonly token: string
  readonly place: PlaceRef
  readonly revokedAt: Instant | null
}

export async function findPoster(db: Kysely<Schema>, token: string): Promise<FoundPoster | null> {
  const row = await db.selectFrom('place_code').selectAll().where('token', '=', token).executeTakeFirst()
  if (row === undefined) return null
  return { token, place: { kind: row.place_kind, id: row.place_id }, revokedAt: row.revoked_at }
}

/** The token that is current at a place; `fresh` becomes it where there is none. Two at once get the same. */
export async function ensurePoster(tx: Tx, place: PlaceRef, fresh: string, now: Instant): Promise<string> {
  await tx
    .insertInto('place_code')
    .values({
      token: fresh,
      place_kind: place.kind,
      place_id: place.id,
      made_at: new Date(now),
      revoked_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['place_kind', 'place_id']).where('revoked_at', 'is', null).doNothing(),
    )
    .execute()
  const { token } = await tx
    .selectFrom('place_code')
    .select('token')
    .where('place_kind', '=', place.kind)
    .where('place_id', '=', place.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return token
}

/** The first time counts. */
export async function revokePoster(tx: Tx, _permit: Permit, token: string, now: Instant): Promise<void> {
  await tx
    .updateTable('place_code')
    .set({ revoked_at: new Date(now) })
    .where('token', '=', token)
    .where('revoked_at', 'is', null)
    .execute()
}

/** A key as it lies in the database. */
export interface StoredKey {
  readonly bytes: Buffer
  readonly sealed: boolean
}

export interface FoundScreen {
  readonly id: string
  readonly officeId: string
  readonly key: StoredKey
  readonly pairedAt: Instant
  readonly seenAt: Instant | null
  readonly revokedAt: Instant | null
}

const screens = (db: Kysely<Schema>) =>
  db
    .selectFrom('screen')
    .select([
      'id',
      'office_id as officeId',
      'key as bytes',
      'key_sealed as sealed',
      'paired_at as pairedAt',
      'seen_at as seenAt',
      'revoked_at as revokedAt',
    ])

const screenOf = ({ bytes, sealed, ...screen }: Omit<FoundScreen, 'key'> & StoredKey): FoundScreen => ({
  ...screen,
  key: { bytes, sealed },
})

export async function findScreen(db: Kysely<Schema>, id: string): Promise<FoundScreen | null> {
  const row = await screens(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : screenOf(row)
}

/** Latest first. */
export async function listScreens(db: Kysely<Schema>, officeId: string): Promise<readonly FoundScreen[]> {
  const rows = await screens(db)
    .where('office_id', '=', officeId)
    .orderBy('paired_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(screenOf)
}

/** Screens that are in use at an office, or for `null` anywhere, and how many of them have gone silent. */
export async function countScreens(
  db: Kysely<Schema>,
  officeId: string | null,
  now: Instant,
): Promise<{ readonly all: number; readonly silent: number }> {
  const shown = await screens(db).where('revoked_at', 'is', null).execute()
  const ours = shown.map(screenOf).filter((screen) => officeId === null || screen.officeId === officeId)
  return { all: ours.length, silent: ours.filter(({ seenAt }) => isSilent(seenAt, now)).length }
}

/** The first time counts. */
export async function revokeScreen(tx: Tx, _permit: Permit, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('screen')
    .set({ revoked_at: new Date(now) })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

const MINUTE = 60_000

/** Written once a minute at most, however often the screen asks. */
export async function recordScreenSeen(tx: Tx, { id, seenAt }: FoundScreen, now: Instant): Promise<void> {
  if (seenAt !== null && Math.abs(now - seenAt) < MINUTE) return
  await tx
    .updateTable('screen')
    .set({ seen_at: new Date(now) })
    .where('id', '=', id)
    .execute()
}

/** What tickets are signed from. */
export const readTicketSeed = (db: Kysely<Schema>): Promise<StoredKey> =>
  db.selectFrom('ticket_key').select(['seed as bytes', 'seed_sealed as sealed']).executeTakeFirstOrThrow()
