import type { Kysely } from 'kysely'
import type { Schema } from '../database/schema'
import type { Gateways } from '../gateways'
import type { Seal } from '../gateways/sealing/seal'
import { readTicketSeed, type KeptKey } from '../repositories/check-in/codes'
import { ticketSignerWith, type TicketSigner } from './ticket-signature'

/** A key as it is to be kept: sealed, where the deployment has a secret. */
export const keepKey = (key: Buffer, seal: Seal | null | undefined): KeptKey =>
  seal ? { bytes: seal.seal(key), sealed: true } : { bytes: key, sealed: false }

/** @throws Error when it lies sealed and this process has no secret, or another one */
export function openKey({ bytes, sealed }: KeptKey, seal: Seal | null | undefined): Buffer {
  if (!sealed) return bytes
  if (!seal) throw new Error('a key lies sealed in the database, but PHONE_KEY is not set here')
  return seal.open(bytes)
}

/** Signs and checks tickets with the key of this deployment. */
export const ticketSigner = async (
  db: Kysely<Schema>,
  { keySeal }: Pick<Gateways, 'keySeal'>,
): Promise<TicketSigner> => ticketSignerWith(openKey(await readTicketSeed(db), keySeal))
