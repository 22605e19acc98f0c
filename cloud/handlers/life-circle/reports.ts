import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readReports } from '../../repositories/life-circle'

export const reports: Handler<'lifeCircle.reports'> = async (_input, { db }) =>
  accept({ reports: await readReports(db) })
