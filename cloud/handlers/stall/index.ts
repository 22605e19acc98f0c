import type { AreaHandlers } from '../../app/handler'
import { apply } from './apply'
import { assign } from './assign'
import { decline } from './decline'
import { earlier } from './earlier'
import { exportStalls } from './export'
import { list } from './list'
import { mine } from './mine'
import { plan } from './plan'
import { publishPlan } from './publish-plan'
import { savePlan } from './save-plan'
import { withdraw } from './withdraw'

export const handlers: AreaHandlers<'stall'> = {
  'stall.apply': apply,
  'stall.assign': assign,
  'stall.decline': decline,
  'stall.earlier': earlier,
  'stall.export': exportStalls,
  'stall.list': list,
  'stall.mine': mine,
  'stall.plan': plan,
  'stall.publishPlan': publishPlan,
  'stall.savePlan': savePlan,
  'stall.withdraw': withdraw,
}
