import { signedPart, type RollingCode } from '../../core/domain/check-in/codes/code'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
/** 96 bits, as the backend compares them. */
const MAC_BYTES = 12

/** Browsers sign only on https and on the machine itself. */
export const canSign = (): boolean => (window.crypto.subtle as SubtleCrypto | undefined) !== undefined

/** The key leaves this browser no more: not to a script, not to whoever opens its storage. */
export const importKey = (base64url: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(base64url), HMAC, false, ['sign'])

/** The code that this screen shows in a slot. */
export async function signSlot(key: CryptoKey, screenId: string, slot: number): Promise<RollingCode> {
  const text = new TextEncoder().encode(signedPart({ screenId, slot }))
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).subarray(0, MAC_BYTES)
  return { kind: 'rolling', screenId, slot, mac: base64urlOf(mac) }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

const base64urlOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
