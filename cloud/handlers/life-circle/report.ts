import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { isPlace, recordReport } from '../../repositories/life-circle'

export const report: Handler<'lifeCircle.report'> = async (input, { db, caller, now }) => {
  const { facilityId, reason, note } = input
  if (facilityId !== null && !(await isPlace(db, facilityId))) return refuse('facility_not_found')
  const reportId = await recordReport(db, { facilityId, reason, note, reporterId: caller.residentId }, now)
  return accept({ reportId })
}
