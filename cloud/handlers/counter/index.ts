import type { AreaHandlers } from '../../app/handler'
import { activities } from './activities'
import { enlarge } from './enlarge'
import { find } from './find'
import { cancel, drop } from './leave'
import { makeCard } from './make-card'
import { open } from './open'
import { register } from './register'
import { setPhone } from './set-phone'

export const handlers: AreaHandlers<'counter'> = {
  'counter.activities': activities,
  'counter.cancel': cancel,
  'counter.drop': drop,
  'counter.enlarge': enlarge,
  'counter.find': find,
  'counter.makeCard': makeCard,
  'counter.open': open,
  'counter.register': register,
  'counter.setPhone': setPhone,
}
