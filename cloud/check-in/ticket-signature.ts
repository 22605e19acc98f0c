import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { ticketBody, type TicketCode } from '../../core/domain/check-in/codes/code'

/** PKCS #8 in front of the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_BYTES = 32
const SIGNATURE_BYTES = 64

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
