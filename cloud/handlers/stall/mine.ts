import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readApplications } from '../../repositories/stall'

export const mine: Handler<'stall.mine'> = async ({ activityId }, { db, caller }) =>
  accept({ applications: await readApplications(db, activityId, caller.residentId) })
