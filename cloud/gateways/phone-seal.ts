import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Phone numbers are kept encrypted; whoever has the database but not the key reads none. */
export interface PhoneSeal {
  seal(phone: string): Buffer
  /** @throws Error when it was sealed with another key */
  open(sealed: Buffer): string
}

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM; a sealed number is IV, tag and text. `secret` is any long text, for example of
 * `openssl rand -hex 32`; losing it loses the numbers, and nothing else.
 */
export function phoneSealWith(secret: string): PhoneSeal {
  const key = createHash('sha256').update(`phone numbers: ${secret}`).digest()
  return {
    seal(phone) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const text = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), text])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
      decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return (
        decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      )
    },
  }
}

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

/** A demonstration's people are invented, so its key need not be secret; elsewhere no key means no numbers. */
export function phoneSealFor(secret: string | undefined, isDemo: boolean): PhoneSeal | null {
  if (secret !== undefined && secret.trim() !== '') return phoneSealWith(secret.trim())
  return isDemo ? phoneSealWith('demonstration') : null
}
