import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { markHandled } from '../../repositories/life-circle'

export const handleReport: Handler<'lifeCircle.handleReport'> = async (
  { reportId, handled },
  { db, now },
) => {
  const marked = await markHandled(db, reportId, handled ? now : null)
  if (marked === undefined) return refuse('report_not_found')
  return accept({ handledAt: marked.handled_at === null ? null : toIso(marked.handled_at) })
}
