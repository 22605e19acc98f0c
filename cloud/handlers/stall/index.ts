import type { AreaHandlers } from '../../app/handler'
import { apply } from './apply'
import { assign } from './assign'
import { decline } from './decline'
import { list } from './list'
import { mine } from './mine'
import { withdraw } from './withdraw'

export const handlers: AreaHandlers<'stall'> = {
  'stall.apply': apply,
  'stall.assign': assign,
  'stall.decline': decline,
  'stall.list': list,
  'stall.mine': mine,
  'stall.withdraw': withdraw,
}
