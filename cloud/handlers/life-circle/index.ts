import type { AreaHandlers } from '../../app/handler'
import { handleReport } from './handle-report'
import { report } from './report'
import { reports } from './reports'
import { show } from './show'

export const handlers: AreaHandlers<'lifeCircle'> = {
  'lifeCircle.show': show,
  'lifeCircle.report': report,
  'lifeCircle.reports': reports,
  'lifeCircle.handleReport': handleReport,
}
