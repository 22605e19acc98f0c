import { decideDeclining } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordStanding } from '../../repositories/stall'
import { holdApplication } from '../../settling/hold-application'

export const decline: Handler<'stall.decline'> = async ({ applicationId }, { db }) => {
  const application = await holdApplication(db, applicationId)
  if (application === null) return refuse('application_not_found')
  const decision = decideDeclining(application)
  if (!decision.ok) return decision
  await recordStanding(db, application, decision.value)
  return accept({ applicationId })
}
