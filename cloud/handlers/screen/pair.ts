import { randomBytes } from 'node:crypto'
import { decidePairing } from '../../../core/domain/check-in/pairing'
import { accept, refuse } from '../../../core/kernel/result'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { keepKey } from '../../check-in/kept-key'
import { makeScreenKey } from '../../check-in/rolling-mac'
import { lockPairing, recordScreen, recordWrongDigits } from '../../repositories/check-in/pairings'
import { findPlace } from '../../repositories/check-in/places'

/** Short enough for a QR that is read from 4 m, and never met twice. */
const ID_BYTES = 6

export const pair: Handler<'screen.pair'> = async (input, { db, caller, now, gateways }) => {
  const { officeId, pairingId, digits } = input
  if (caller.role === 'office' && caller.officeId !== officeId) throw new Forbidden()
  const office = await findPlace(db, { kind: 'office', id: officeId })
  if (office?.facts.kind !== 'office') return refuse('office_not_found')
  if (office.facts.status !== 'open') return refuse('place_closed', { successor: office.facts.successor })
  const pairing = await lockPairing(db, pairingId)
  const decision = decidePairing(pairing, digits, now)
  if (!decision.ok) {
    if (decision.refusal === 'wrong_digits') await recordWrongDigits(db, pairingId)
    return decision
  }
  const id = randomBytes(ID_BYTES).toString('hex')
  const key = keepKey(makeScreenKey(), gateways.keySeal)
  await recordScreen(db, pairingId, { id, officeId, key, by: caller.residentId }, now)
  return accept({ screenId: id })
}
