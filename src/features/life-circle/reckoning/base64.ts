const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...ALPHABET].map((sign, value) => [sign, value]))

/** The bytes of a base64 text (RFC 4648); empty when it is none. */
export function fromBase64(text: string): ArrayBuffer {
  const end = text.indexOf('=')
  const length = end < 0 ? text.length : end
  const bytes = new Uint8Array((length * 3) >> 2)
  let bits = 0
  let gathered = 0
  let at = 0
  for (let index = 0; index < length; index++) {
    const value = VALUES.get(text.charAt(index))
    if (value === undefined) return new ArrayBuffer(0)
    gathered = (gathered << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (gathered >> bits) & 0xff
  }
  return bytes.buffer
}
