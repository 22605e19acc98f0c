import { withdrawApplication } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordStanding } from '../../repositories/stall'
import { holdApplication } from '../../settling/hold-application'

export const withdraw: Handler<'stall.withdraw'> = async ({ applicationId }, { db, caller }) => {
  const application = await holdApplication(db, applicationId)
  if (application?.applicantId !== caller.residentId) return refuse('application_not_found')
  await recordStanding(db, application, withdrawApplication(application))
  return accept({ applicationId })
}
