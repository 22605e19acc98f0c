import { accept, refuse } from '../../../core/kernel/result'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { posterAt } from '../../check-in/poster'
import { findPlace } from '../../repositories/check-in/places'

export const forOffice: Handler<'poster.forOffice'> = async ({ officeId }, { db, caller, now }) => {
  if (caller.role === 'office' && caller.officeId !== officeId) throw new Forbidden()
  const place = await findPlace(db, { kind: 'office', id: officeId })
  if (place?.facts.kind !== 'office') return refuse('office_not_found')
  if (place.facts.status !== 'open') return refuse('place_closed', { successor: place.facts.successor })
  return accept(await posterAt(db, place, now))
}
