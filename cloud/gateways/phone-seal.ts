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
