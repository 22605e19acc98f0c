import { withdrawApplication } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordStallState } from '../../repositories/stall'
import { lockApplication } from '../../services/lock-application'

export const withdraw: Handler<'stall.withdraw'> = async ({ applicationId }, { db, caller }) => {
  const application = await lockApplication(db, applicationId)
  if (application?.applicantId !== caller.residentId) return refuse('application_not_found')
  await recordStallState(db, application, withdrawApplication(application))
  return accept({ applicationId })
}
