import type { AreaHandlers } from '../../app/handler'
import { grant } from './grant'
import { list } from './list'
import { markRead } from './mark-read'

export const handlers: AreaHandlers<'message'> = {
  'message.grant': grant,
  'message.list': list,
  'message.markRead': markRead,
}
