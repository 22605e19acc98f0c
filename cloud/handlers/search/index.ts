import type { AreaHandlers } from '../../app/handler'
import { find } from './find'
import { shelf } from './shelf'

export const handlers: AreaHandlers<'search'> = {
  'search.find': find,
  'search.shelf': shelf,
}
