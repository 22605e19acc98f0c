import { pairingEnds } from '../../../core/domain/check-in/pairing'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { openKey } from '../../services/codes/signing-keys'
import { findScreen } from '../../repositories/check-in/codes'
import { findPairing } from '../../repositories/check-in/pairings'

export const collectKey: Handler<'screen.collectKey'> = async ({ secret }, { db, now, gateways }) => {
  const pairing = await findPairing(db, tokenHashOf(secret))
  if (pairing === null || now >= pairingEnds(pairing.startedAt)) return refuse('pairing_expired')
  const screen = pairing.screenId === null ? null : await findScreen(db, pairing.screenId)
  if (screen === null) return accept({ state: 'waiting' })
  const { id: screenId, officeId, key, revokedAt } = screen
  if (revokedAt !== null) return refuse('pairing_expired')
  return accept({
    state: 'paired',
    screenId,
    officeId,
    key: openKey(key, gateways.keySeal).toString('base64url'),
  })
}
