import type { AreaHandlers } from '../../app/handler'
import { forActivity } from './for-activity'
import { forOffice } from './for-office'
import { revoke } from './revoke'

export const handlers: AreaHandlers<'poster'> = {
  'poster.forActivity': forActivity,
  'poster.forOffice': forOffice,
  'poster.revoke': revoke,
}
