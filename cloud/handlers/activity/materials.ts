import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readSubdistrict } from '../../repositories/directory'
import { ACTIVITY_PAGE } from './code'

export const materials: Handler<'activity.materials'> = async ({ activityId }, { db, gateways, permit }) => {
  const found = await findActivity(db, activityId)
  if (found?.isPublic !== true) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const appId = gateways.wechatAppId ?? null
  return accept({
    subdistrict: await readSubdistrict(db),
    wechat: appId === null ? null : { appId, path: `${ACTIVITY_PAGE}?id=${activityId}` },
  })
}
