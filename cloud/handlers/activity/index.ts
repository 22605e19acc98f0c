import type { AreaHandlers } from '../../app/handler'
import { approve } from './approve'
import { change } from './change'
import { code } from './code'
import { list } from './list'
import { markCalled } from './mark-called'
import { save } from './save'
import { setCapacity } from './set-capacity'
import { show } from './show'
import { submit } from './submit'
import { unreached } from './unreached'
import { withdraw } from './withdraw'

export const handlers: AreaHandlers<'activity'> = {
  'activity.approve': approve,
  'activity.code': code,
  'activity.change': change,
  'activity.list': list,
  'activity.markCalled': markCalled,
  'activity.save': save,
  'activity.setCapacity': setCapacity,
  'activity.show': show,
  'activity.submit': submit,
  'activity.unreached': unreached,
  'activity.withdraw': withdraw,
}
