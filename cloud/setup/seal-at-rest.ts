import type { Transaction } from 'kysely'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import type { Schema } from '../database/schema'
import { waitForLocks } from '../database/wait-for-locks'
import type { Seal } from '../gateways/sealing/seal'
import type { Seals } from '../gateways/sealing/seals'
import {
  anyKeySealed,
  lockScreenKeys,
  lockTicketSeed,
  recordScreenKey,
  recordTicketSeed,
  readSealedPhones,
  replacePhone,
  TABLES_WITH_PHONES,
} from '../repositories/sealed'

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
    await waitForLocks(tx)
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

/**
 * Whether the secrets that are known here open what lies sealed; nothing is changed.
 * @throws OperatorError where they do not
 */
export async function refuseStrangeKeys(db: Database, { keySeal }: Seals): Promise<void> {
  const tx = await db.startTransaction().execute()
  try {
    if (keySeal === null) return await refuseSealedKeys(tx)
    await sealTicketSeed(tx, keySeal)
    await sealScreens(tx, keySeal)
  } finally {
    await tx.rollback().execute()
  }
}

async function refuseSealedKeys(tx: Tx): Promise<void> {
  if (await anyKeySealed(tx))
    throw strange('PHONE_KEY is not set, but keys in this database are sealed with it.')
}

async function sealTicketSeed(tx: Tx, seal: Seal): Promise<void> {
  const { seed, sealed } = await lockTicketSeed(tx)
  const anew = sealedAnew(seed, sealed, seal)
  if (anew !== null) await recordTicketSeed(tx, anew)
}

async function sealScreens(tx: Tx, seal: Seal): Promise<void> {
  for (const { id, key, sealed } of await lockScreenKeys(tx)) {
    const anew = sealedAnew(key, sealed, seal)
    if (anew !== null) await recordScreenKey(tx, id, anew)
  }
}

/** Numbers under the secret before; one that no secret opens is left for its time, as it always was. */
async function sealPhones(tx: Tx, seal: Seal): Promise<void> {
  for (const table of TABLES_WITH_PHONES) {
    for (const { id, phone } of await readSealedPhones(tx, table)) {
      const anew = seal.isCurrent(phone) ? null : resealed(phone, seal)
      if (anew !== null) await replacePhone(tx, table, { id, phone }, anew)
    }
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
