const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const valuesOf = (signs: string): ReadonlyMap<string, number> =>
  new Map([...(LETTERS_AND_DIGITS + signs)].map((sign, value) => [sign, value]))
const VALUES = { base64: valuesOf('+/'), base64url: valuesOf('-_') } as const

/**
 * The bytes of a text (RFC 4648, § 4 with or without padding, § 5 without); `null` where it is none. Bits that are left
 * over are zero, so that bytes have one spelling. Mini-programs have no `atob`. O(characters).
 */
export function bytesFrom(form: keyof typeof VALUES, text: string): Uint8Array<ArrayBuffer> | null {
  const values = VALUES[form]
  const length = form === 'base64' ? text.replace(/={1,2}$/, '').length : text.length
  const bytes = new Uint8Array((length * 3) >> 2)
  let [gathered, bits, at] = [0, 0, 0]
  for (let index = 0; index < length; index++) {
    const value = values.get(text.charAt(index))
    if (value === undefined) return null
    gathered = ((gathered << 6) | value) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (gathered >> bits) & 0xff
  }
  return (gathered & ((1 << bits) - 1)) === 0 ? bytes : null
}
