import type { AreaHandlers } from '../../app/handler'
import { setNow } from './set-now'

export const handlers: AreaHandlers<'demo'> = {
  'demo.setNow': setNow,
}
