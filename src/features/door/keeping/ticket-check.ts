import { sign } from 'tweetnacl'
import { ticketBody, type TicketCode } from '../../../../core/domain/check-in/codes/code'

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Whether the backend signed this ticket (Ed25519), asked of nobody: a door without network tells a real one
 * from a forged one.
 * @param publicKey 32 bytes in base64url, from the list of the door
 */
export function isGenuineTicket(ticket: TicketCode, publicKey: string): boolean {
  const [key, signature] = [fromBase64url(publicKey), fromBase64url(ticket.signature)]
  if (key?.length !== KEY_BYTES || signature?.length !== SIGNATURE_BYTES) return false
  return sign.detached.verify(asciiBytes(ticketBody(ticket)), signature, key)
}

/** A ticket holds ASCII only; mini-programs have no TextEncoder. */
const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** Bytes of base64url without padding (RFC 4648, § 5); `null` where it is none, or not in its one form. */
function fromBase64url(text: string): Uint8Array | null {
  const bytes: number[] = []
  let [gathered, bits] = [0, 0]
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign)
    if (value < 0) return null
    gathered = ((gathered << 6) | value) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((gathered >> bits) & 0xff)
  }
  // Bits that are left over are zero, so that each signature has one spelling.
  return (gathered & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : null
}
