import type { AreaHandlers } from '../../app/handler'
import { cancelErasure } from './cancel-erasure'
import { chooseCompound } from './choose-compound'
import { exportMe } from './export'
import { requestErasure } from './request-erasure'
import { show } from './show'

export const handlers: AreaHandlers<'me'> = {
  'me.show': show,
  'me.chooseCompound': chooseCompound,
  'me.export': exportMe,
  'me.requestErasure': requestErasure,
  'me.cancelErasure': cancelErasure,
}
