import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { isVisitAt, undoVisits } from '../../repositories/check-in/visits'

export const undoVisit: Handler<'door.undoVisit'> = async (input, { db, caller, now, permit }) => {
  const { officeId, visitId, reason } = input
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  if (!(await isVisitAt(db, visitId, { kind: 'office', id: officeId }))) return refuse('visit_not_found')
  await undoVisits(db, { visitId }, { reason, by: caller.residentId, now })
  return accept({ visitId })
}
