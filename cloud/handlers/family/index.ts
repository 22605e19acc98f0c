import type { AreaHandlers } from '../../app/handler'
import { add } from './add'
import { consent } from './consent'
import { describeMyself } from './describe-myself'
import { list } from './list'
import { remove } from './remove'

export const handlers: AreaHandlers<'family'> = {
  'family.add': add,
  'family.consent': consent,
  'family.describeMyself': describeMyself,
  'family.list': list,
  'family.remove': remove,
}
