import { sealWith, type Seal } from './seal'

/** Phone numbers are kept encrypted; whoever has the database but not the key reads none. */
export interface PhoneSeal {
  seal(phone: string): Buffer
  /** @throws Error when it was sealed with another key */
  open(sealed: Buffer): string
}

/** Losing the secret loses the numbers. */
export const phoneSealOver = (seal: Seal): PhoneSeal => ({
  seal: (phone) => seal.seal(Buffer.from(phone, 'utf8')),
  open: (sealed) => seal.open(sealed).toString('utf8'),
})

export const phoneSealWith = (secret: string): PhoneSeal => phoneSealOver(sealWith('phone numbers', secret))

/** Null where there is no key, or another one than it was sealed with: then the number is lost, and nothing else. */
export function openedPhone(seal: PhoneSeal | null | undefined, sealed: Buffer): string | null {
  if (!seal) return null
  try {
    return seal.open(sealed)
  } catch {
    // GCM says one thing only: not sealed with this key.
    return null
  }
}
