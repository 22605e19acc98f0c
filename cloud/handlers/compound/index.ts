import type { AreaHandlers } from '../../app/handler'
import { list } from './list'

export const handlers: AreaHandlers<'compound'> = {
  'compound.list': list,
}
