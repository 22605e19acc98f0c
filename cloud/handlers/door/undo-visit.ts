import { accept, refuse } from '../../../core/kernel/result'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { isVisitAt, undoVisits } from '../../repositories/check-in/visits'

export const undoVisit: Handler<'door.undoVisit'> = async (input, { db, caller, now }) => {
  const { officeId, visitId, reason } = input
  if (caller.role === 'office' && caller.officeId !== officeId) throw new Forbidden()
  if (!(await isVisitAt(db, visitId, { kind: 'office', id: officeId }))) return refuse('visit_not_found')
  await undoVisits(db, { visitId }, { reason, by: caller.residentId, now })
  return accept({ visitId })
}
