import type { AreaHandlers } from '../../app/handler'
import { print } from './print'
import { record } from './record'
import { show } from './show'
import { today } from './today'

export const handlers: AreaHandlers<'sheet'> = {
  'sheet.print': print,
  'sheet.record': record,
  'sheet.show': show,
  'sheet.today': today,
}
