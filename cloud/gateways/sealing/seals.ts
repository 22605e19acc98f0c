import { phoneSealOver, type PhoneSeal } from './phone-seal'
import { sealWith, type Seal } from './seal'

/** What of a deployment is sealed: numbers of residents, and the keys of its screens and tickets. */
export interface Seals {
  /** Without it no phone number is taken. */
  readonly phoneSeal: PhoneSeal | null
  /** The same, as the start of the server seals anew what lies sealed with the secret before. */
  readonly phones: Seal | null
  /** Without it keys lie open in the database. */
  readonly keySeal: Seal | null
}

interface Secrets {
  readonly PHONE_KEY?: string | undefined
  readonly PHONE_KEY_BEFORE?: string | undefined
}

/** A demonstration's people are invented, so its secret need not be one; elsewhere no secret means no seals. */
export function sealsFor(env: Secrets, isDemo: boolean): Seals {
  const secret = textIn(env.PHONE_KEY) ?? (isDemo ? 'demonstration' : null)
  if (secret === null) return { phoneSeal: null, phones: null, keySeal: null }
  const before = textIn(env.PHONE_KEY_BEFORE)
  const phones = sealWith('phone numbers', secret, before)
  return {
    phoneSeal: phoneSealOver(phones),
    phones,
    keySeal: sealWith('keys of screens and tickets', secret, before),
  }
}

function textIn(value: string | undefined): string | null {
  const text = value?.trim() ?? ''
  return text === '' ? null : text
}
