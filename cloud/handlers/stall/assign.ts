import { decideAssigning } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findApplication, recordStallState, stallHolder } from '../../repositories/stall'
import { lockApplication } from '../../services/lock-application'

export const assign: Handler<'stall.assign'> = async ({ applicationId, stallId }, { db }) => {
  const market = (await findApplication(db, applicationId))?.activityId
  const application = await lockApplication(db, applicationId)
  if (market === undefined || application === null) return refuse('application_not_found')
  const holder = await stallHolder(db, market, stallId)
  if (holder === undefined) return refuse('stall_not_found')
  const decision = decideAssigning(application, stallId, holder)
  if (!decision.ok) return decision
  await recordStallState(db, application, decision.value)
  return accept({ applicationId })
}
