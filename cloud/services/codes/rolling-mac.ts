import { createHmac, randomBytes } from 'node:crypto'
import { signedPart, type RollingCode } from '../../../core/domain/check-in/codes/code'
import { sameSecret } from '../../gateways/sealing/same-secret'

/** 96 bits, 16 characters: nobody guesses one within the 45 s in which it is good. */
const MAC_BYTES = 12
const KEY_BYTES = 32

/** A key of a screen's own. */
export const makeScreenKey = (): Buffer => randomBytes(KEY_BYTES)

/** HMAC-SHA-256 of screen and slot, cut to 96 bits. */
const macOf = (key: Buffer, code: Pick<RollingCode, 'screenId' | 'slot'>): Buffer =>
  createHmac('sha256', key).update(signedPart(code)).digest().subarray(0, MAC_BYTES)

/** The code that a screen with this key shows in a slot. */
export const rollingCode = (key: Buffer, screenId: string, slot: number): RollingCode => ({
  kind: 'rolling',
  screenId,
  slot,
  mac: macOf(key, { screenId, slot }).toString('base64url'),
})

/** Did this key make the code? In constant time, and for the one spelling of the mac only. */
export function isGenuine(key: Buffer, code: RollingCode): boolean {
  const claimed = Buffer.from(code.mac, 'base64url')
  if (claimed.length !== MAC_BYTES || claimed.toString('base64url') !== code.mac) return false
  return sameSecret(claimed, macOf(key, code))
}
