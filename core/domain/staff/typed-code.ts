import { CODE_ALPHABET } from './invitation'

const LETTERS = 6

/** What is typed where nobody can scan: six characters that stand for a request, and the two digits beside its QR. */
interface TypedCode {
  /** `K7M-P3X` */
  readonly letters: string
  readonly digits: string
}

/** The six characters, 30 bits of chance that `bytes` decide. */
export function lettersOf(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, LETTERS)]
    .map((byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
    .join('')
  return `${letters.slice(0, 3)}-${letters.slice(3)}`
}

/** A code as somebody typed it, in any case, with or without signs between; `null` for anything else. */
export function readTypedCode(text: string): TypedCode | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_·.]/g, '')
  const [, first, second, digits] = /^([A-Z2-9]{3})([A-Z2-9]{3})(\d\d)$/.exec(plain) ?? []
  return digits === undefined ? null : { letters: `${first}-${second}`, digits }
}
