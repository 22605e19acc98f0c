import type { AreaHandlers } from '../../app/handler'
import { cancelErasure } from './cancel-erasure'
import { chooseCompound } from './choose-compound'
import { exportMe } from './export'
import { ownRecords } from './own-records'
import { requestErasure } from './request-erasure'
import { show } from './show'

export const handlers: AreaHandlers<'me'> = {
  'me.show': show,
  'me.chooseCompound': chooseCompound,
  'me.export': exportMe,
  'me.kept': ownRecords,
  'me.requestErasure': requestErasure,
  'me.cancelErasure': cancelErasure,
}
