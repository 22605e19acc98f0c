import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ticketBody, type TicketCode } from '../../../core/domain/check-in/codes/code'
import type { Schema } from '../../database/schema'
import type { Gateways } from '../../gateways'
import type { Seal } from '../../gateways/sealing/seal'
import { readTicketSeed, type StoredKey } from '../../repositories/check-in/codes'

/** PKCS #8 in front of the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/** A key as it is to be kept: sealed, where the deployment has a secret. */
export const sealKey = (key: Buffer, seal: Seal | null | undefined): StoredKey =>
  seal ? { bytes: seal.seal(key), sealed: true } : { bytes: key, sealed: false }

/** @throws Error when it lies sealed and this process has no secret, or another one */
export function openKey({ bytes, sealed }: StoredKey, seal: Seal | null | undefined): Buffer {
  if (!sealed) return bytes
  if (!seal) throw new Error('a key lies sealed in the database, but PHONE_KEY is not set here')
  return seal.open(bytes)
}

/** Signs and checks tickets with the key of this deployment. */
export const ticketSigner = async (
  db: Kysely<Schema>,
  { keySeal }: Pick<Gateways, 'keySeal'>,
): Promise<TicketSigner> => ticketSignerWith(openKey(await readTicketSeed(db), keySeal))

/** Signs residents' tickets; the public half goes to the phones that scan them. */
export interface TicketSigner {
  /** 32 bytes, base64url. */
  readonly publicKey: string
  sign(ticket: Omit<TicketCode, 'kind' | 'signature'>): TicketCode
  isGenuine(ticket: TicketCode): boolean
}

/** @param seed 32 bytes of chance that the deployment keeps. */
export function ticketSignerWith(seed: Buffer): TicketSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return {
    publicKey: publicKey
      .export({ format: 'der', type: 'spki' })
      .subarray(-PUBLIC_KEY_BYTES)
      .toString('base64url'),
    sign: (ticket) => ({
      ...ticket,
      kind: 'ticket',
      signature: sign(null, Buffer.from(ticketBody(ticket)), privateKey).toString('base64url'),
    }),
    isGenuine: (ticket) => isSignedBy(publicKey, ticket),
  }
}

function isSignedBy(publicKey: KeyObject, ticket: TicketCode): boolean {
  const signature = Buffer.from(ticket.signature, 'base64url')
  if (signature.length !== SIGNATURE_BYTES || signature.toString('base64url') !== ticket.signature)
    return false
  return verify(null, Buffer.from(ticketBody(ticket)), publicKey, signature)
}
