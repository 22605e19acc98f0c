import type { AreaHandlers } from '../../app/handler'
import { grant } from './grant'
import { list } from './list'
import { markRead } from './mark-read'
import { withdrawConsent } from './withdraw-consent'

export const handlers: AreaHandlers<'message'> = {
  'message.grant': grant,
  'message.list': list,
  'message.markRead': markRead,
  'message.withdrawConsent': withdrawConsent,
}
