import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** What must not be read by whoever has the database but not the secret of this deployment. */
export interface Seal {
  seal(content: Buffer): Buffer
  /** @throws Error when it was sealed with a secret that is neither today's nor the one before */
  open(sealed: Buffer): Buffer
  /** Whether it was sealed with today's secret. */
  isCurrent(sealed: Buffer): boolean
}

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM; what is sealed is IV, tag and content. Each purpose has a key of its own, so that nothing sealed
 * for the one opens as the other. A secret is any long text, for example of `openssl rand -hex 32`.
 * @param before the secret that was used until it was changed
 */
export function sealWith(purpose: string, secret: string, before: string | null = null): Seal {
  const keyOf = (text: string) => createHash('sha256').update(`${purpose}: ${text}`).digest()
  const current = keyOf(secret)
  const keys = before === null ? [current] : [current, keyOf(before)]
  return {
    seal(content) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current, iv)
      const text = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), text])
    },
    open(sealed) {
      for (const key of keys) {
        const content = openWith(key, sealed)
        if (content !== null) return content
      }
      throw new Error(`what was sealed for ${purpose} opens with none of the secrets of this deployment`)
    },
    isCurrent: (sealed) => openWith(current, sealed) !== null,
  }
}

/** `null` where another key sealed it: the tag tells. */
function openWith(key: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
