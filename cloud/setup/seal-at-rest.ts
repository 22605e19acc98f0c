import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import type { Schema } from '../database/schema'
import type { Seal } from '../gateways/seal'
import type { Seals } from '../gateways/seals'

type Tx = Transaction<Schema>

const OPEN_KEYS =
  'PHONE_KEY is not set: no phone number is taken, and the keys of screens and tickets lie open in the database.'

/**
 * Brings everything that is to lie sealed under today's secret: keys that lie open, and whatever the secret
 * before sealed. Safe to run at every start, and by several servers at once. Gives sentences for the operator.
 * @throws OperatorError when something was sealed with a secret that is not known here
 */
export async function sealAtRest(db: Database, { keySeal, phones }: Seals): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    if (keySeal === null || phones === null) {
      await refuseSealedKeys(tx)
      return [OPEN_KEYS]
    }
    await sealTicketSeed(tx, keySeal)
    await sealScreens(tx, keySeal)
    await sealPhones(tx, phones)
    return []
  })
}

async function refuseSealedKeys(tx: Tx): Promise<void> {
  const { rows } = await sql<{ sealed: boolean }>`
    select exists (select from ticket_key where seed_sealed) or exists (select from screen where key_sealed) as sealed
  `.execute(tx)
  if (rows[0]?.sealed === true)
    throw strange('PHONE_KEY is not set, but keys in this database are sealed with it.')
}

async function sealTicketSeed(tx: Tx, seal: Seal): Promise<void> {
  const { seed, seed_sealed: sealed } = await tx
    .selectFrom('ticket_key')
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow()
  const anew = sealedAnew(seed, sealed, seal)
  if (anew !== null) await tx.updateTable('ticket_key').set({ seed: anew, seed_sealed: true }).execute()
}

async function sealScreens(tx: Tx, seal: Seal): Promise<void> {
  const screens = await tx
    .selectFrom('screen')
    .select(['id', 'key', 'key_sealed'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, key, key_sealed: sealed } of screens) {
    const anew = sealedAnew(key, sealed, seal)
    if (anew !== null)
      await tx.updateTable('screen').set({ key: anew, key_sealed: true }).where('id', '=', id).execute()
  }
}

/** Numbers under the secret before; one that no secret opens is left for its 30 days, as it always was. */
async function sealPhones(tx: Tx, seal: Seal): Promise<void> {
  const kept = await tx
    .selectFrom('registration')
    .select(['id', 'phone_sealed'])
    .where('phone_sealed', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { id, phone_sealed: phone } of kept) {
    if (phone === null || seal.isCurrent(phone)) continue
    const anew = resealed(phone, seal)
    if (anew === null) continue
    await sql`update registration set phone_sealed = ${anew} where id = ${id} and phone_sealed = ${phone}`.execute(
      tx,
    )
  }
}

/** `null` where it lies as it should. */
function sealedAnew(bytes: Buffer, sealed: boolean, seal: Seal): Buffer | null {
  if (!sealed) return seal.seal(bytes)
  if (seal.isCurrent(bytes)) return null
  const anew = resealed(bytes, seal)
  if (anew === null) throw strange('Keys in this database were sealed with another secret than PHONE_KEY.')
  return anew
}

/** `null` where no secret that is known here opens it. */
function resealed(bytes: Buffer, seal: Seal): Buffer | null {
  try {
    return seal.seal(seal.open(bytes))
  } catch {
    return null
  }
}

const strange = (what: string): OperatorError =>
  new OperatorError(
    `${what} Set PHONE_KEY to that secret; where you changed it, set PHONE_KEY_BEFORE to the one before.`,
  )
