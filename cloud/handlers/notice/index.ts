import type { AreaHandlers } from '../../app/handler'
import { list } from './list'
import { publish } from './publish'
import { withdraw } from './withdraw'

export const handlers: AreaHandlers<'notice'> = {
  'notice.list': list,
  'notice.publish': publish,
  'notice.withdraw': withdraw,
}
