import type { AreaHandlers } from '../../app/handler'
import { reportFault } from './report-fault'

export const handlers: AreaHandlers<'client'> = { 'client.reportFault': reportFault }
