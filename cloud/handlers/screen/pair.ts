import { randomBytes } from 'node:crypto'
import { decidePairing, pairingsSince } from '../../../core/domain/check-in/pairing'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { sealKey } from '../../services/codes/signing-keys'
import { typedLetters } from '../../services/codes/typed-letters'
import { makeScreenKey } from '../../services/codes/rolling-mac'
import {
  listOpenPairings,
  lockPairing,
  recordScreen,
  recordWrongDigits,
} from '../../repositories/check-in/pairings'
import { findPlace } from '../../repositories/check-in/places'

/** Short enough for a QR that is read from 4 m, and never met twice. */
const ID_BYTES = 6

export const pair: Handler<'screen.pair'> = async (input, { db, caller, now, gateways, permit }) => {
  const { officeId, digits } = input
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const office = await findPlace(db, { kind: 'office', id: officeId })
  if (office?.facts.kind !== 'office') return refuse('office_not_found')
  if (office.facts.status !== 'open') return refuse('place_closed', { successor: office.facts.successor })
  const open = await listOpenPairings(db, pairingsSince(now))
  const pairingId = open.find((id) => typedLetters(id) === input.pairingId) ?? input.pairingId
  const pairing = await lockPairing(db, pairingId)
  const decision = decidePairing(pairing, digits, now)
  if (!decision.ok) {
    if (decision.refusal === 'wrong_digits') await recordWrongDigits(db, pairingId)
    return decision
  }
  const id = randomBytes(ID_BYTES).toString('hex')
  const key = sealKey(makeScreenKey(), gateways.keySeal)
  await recordScreen(db, permitted.value, pairingId, { id, officeId, key, by: caller.residentId }, now)
  return accept({ screenId: id })
}
