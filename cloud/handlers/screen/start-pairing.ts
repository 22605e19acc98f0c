import { randomBytes, randomInt } from 'node:crypto'
import { pairingEnds } from '../../../core/domain/check-in/pairing'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { typedLetters } from '../../services/codes/typed-letters'
import { startPairing as recordPairing } from '../../repositories/check-in/pairings'

const chance = (): string => randomBytes(16).toString('base64url')

export const startPairing: Handler<'screen.startPairing'> = async (_input, { db, now }) => {
  const [secret, pairingId] = [chance(), chance()]
  const digits = String(randomInt(100)).padStart(2, '0')
  await recordPairing(db, { secretHash: tokenHashOf(secret), pairingId, digits }, now)
  return accept({
    secret,
    pairingId,
    digits,
    code: `${typedLetters(pairingId)}-${digits}`,
    expiresAt: toIso(pairingEnds(now)),
  })
}
