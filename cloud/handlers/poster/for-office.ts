import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { posterAt } from '../../services/codes/poster'
import { findPlace } from '../../repositories/check-in/places'

export const forOffice: Handler<'poster.forOffice'> = async ({ officeId }, { db, now, permit }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const place = await findPlace(db, { kind: 'office', id: officeId })
  if (place?.facts.kind !== 'office') return refuse('office_not_found')
  if (place.facts.status !== 'open') return refuse('place_closed', { successor: place.facts.successor })
  return accept(await posterAt(db, place, now))
}
