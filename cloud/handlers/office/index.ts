import type { AreaHandlers } from '../../app/handler'
import { list } from './list'
import { setHoursOn } from './set-hours-on'
import { show } from './show'

export const handlers: AreaHandlers<'office'> = {
  'office.list': list,
  'office.show': show,
  'office.setHoursOn': setHoursOn,
}
