import type { AreaHandlers } from '../../app/handler'
import { list } from './list'
import { mine } from './mine'
import { openPhone } from './open-phone'
import { reply } from './reply'
import { send } from './send'

export const handlers: AreaHandlers<'suggestion'> = {
  'suggestion.list': list,
  'suggestion.mine': mine,
  'suggestion.openPhone': openPhone,
  'suggestion.reply': reply,
  'suggestion.send': send,
}
