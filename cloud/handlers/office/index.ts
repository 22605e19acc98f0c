import type { AreaHandlers } from '../../app/handler'
import { close } from './close'
import { gap } from './gap'
import { list } from './list'
import { reopen } from './reopen'
import { setHoursOn } from './set-hours-on'
import { show } from './show'

export const handlers: AreaHandlers<'office'> = {
  'office.close': close,
  'office.gap': gap,
  'office.list': list,
  'office.reopen': reopen,
  'office.show': show,
  'office.setHoursOn': setHoursOn,
}
