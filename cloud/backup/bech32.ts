const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const CHECKSUM_LENGTH = 6

/** Bytes as text that tells when it was mistyped (BIP 173, without its limit of length); keys of age are written so. */
export function toBech32(prefix: string, bytes: Buffer): string {
  const words = regroup([...bytes], 8, 5, true)
  const sum = polymod([...expanded(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = Array.from({ length: CHECKSUM_LENGTH }, (_, place) => (sum >>> (5 * (5 - place))) & 31)
  return `${prefix}1${[...words, ...check].map((word) => ALPHABET[word] ?? '').join('')}`
}

/** Null where it is not of this prefix, or mistyped. */
export function fromBech32(prefix: string, text: string): Buffer | null {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) return null
  if (!lower.startsWith(`${prefix}1`)) return null
  const words = [...lower.slice(prefix.length + 1)].map((letter) => ALPHABET.indexOf(letter))
  if (words.length < CHECKSUM_LENGTH || words.includes(-1)) return null
  if (polymod([...expanded(prefix), ...words]) !== 1) return null
  return Buffer.from(regroup(words.slice(0, -CHECKSUM_LENGTH), 5, 8, false))
}

const expanded = (prefix: string): number[] => {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

function polymod(words: readonly number[]): number {
  return words.reduce((sum, word) => {
    const shifted = ((sum & 0x1ffffff) << 5) ^ word
    return GENERATOR.reduce(
      (mixed, value, bit) => (((sum >>> 25) >>> bit) & 1 ? mixed ^ value : mixed),
      shifted,
    )
  }, 1)
}

function regroup(words: readonly number[], from: number, to: number, pad: boolean): number[] {
  const out: number[] = []
  let held = 0
  let bits = 0
  for (const word of words) {
    held = (held << from) | word
    bits += from
    while (bits >= to) {
      bits -= to
      out.push((held >>> bits) & ((1 << to) - 1))
    }
    held &= (1 << bits) - 1
  }
  if (pad && bits > 0) out.push((held << (to - bits)) & ((1 << to) - 1))
  return out
}
