import { decideDeclining } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordStallState } from '../../repositories/stall'
import { lockApplication } from '../../services/lock-application'

export const decline: Handler<'stall.decline'> = async ({ applicationId }, { db }) => {
  const application = await lockApplication(db, applicationId)
  if (application === null) return refuse('application_not_found')
  const decision = decideDeclining(application)
  if (!decision.ok) return decision
  await recordStallState(db, application, decision.value)
  return accept({ applicationId })
}
