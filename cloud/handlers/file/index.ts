import type { AreaHandlers } from '../../app/handler'
import { begin } from './begin'
import { look } from './look'
import { read } from './read'
import { store } from './store'

export const handlers: AreaHandlers<'file'> = {
  'file.begin': begin,
  'file.look': look,
  'file.read': read,
  'file.store': store,
}
