import type { AreaHandlers } from '../../app/handler'
import { change } from './change'
import { code } from './code'
import { copyNumbers } from './copy-numbers'
import { list } from './list'
import { materials } from './materials'
import { preview } from './preview'
import { reach } from './reach'
import { recordCallOutcome } from './record-call'
import { setCapacity } from './set-capacity'
import { show } from './show'
import { takeCall } from './take-call'
import { unreached } from './unreached'
import { withdraw } from './withdraw'

export const handlers: AreaHandlers<'activity'> = {
  'activity.code': code,
  'activity.change': change,
  'activity.list': list,
  'activity.copyNumbers': copyNumbers,
  'activity.materials': materials,
  'activity.preview': preview,
  'activity.reach': reach,
  'activity.recordCall': recordCallOutcome,
  'activity.takeCall': takeCall,
  'activity.setCapacity': setCapacity,
  'activity.show': show,
  'activity.unreached': unreached,
  'activity.withdraw': withdraw,
}
