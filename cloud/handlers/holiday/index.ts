import type { AreaHandlers } from '../../app/handler'
import { save } from './save'
import { show } from './show'

export const handlers: AreaHandlers<'holiday'> = {
  'holiday.show': show,
  'holiday.save': save,
}
