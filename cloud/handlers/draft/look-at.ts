import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findCorrection, recordLooked } from '../../repositories/activity/correction'
import { readApprovers } from '../../repositories/activity/draft'

export const lookAt: Handler<'draft.lookAt'> = async ({ correctionId }, context) => {
  const { db, caller, now, permit, logAs } = context
  const found = await findCorrection(db, correctionId)
  if (found === null) return refuse('correction_not_found')
  const approvers = await readApprovers(db, now)
  if (found.by === caller.residentId && approvers.some((account) => account !== caller.residentId))
    return refuse('second_person_needed')
  logAs({ record: { kind: 'activity', id: found.activityId } })
  await recordLooked(db, permit(), correctionId, now)
  return accept({ correctionId })
}
