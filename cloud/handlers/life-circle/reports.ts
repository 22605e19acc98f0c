import { accept } from '../../../core/kernel/result'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readReports } from '../../repositories/life-circle'

export const reports: Handler<'lifeCircle.reports'> = async ({ after }, { db }) =>
  accept(await readReports(db, after ? { ...after, reportedAt: parseInstant(after.reportedAt) } : null))
