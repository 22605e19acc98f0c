import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { SCENE } from '../../gateways/wechat/codes'
import { findActivity } from '../../repositories/activity/lock-activity'

/** As the mini-program's app.config names it; it reads the activity from `scene`. */
export const ACTIVITY_PAGE = 'activity/pages/activity/index'
/** Pixels: what a poster has room for. */
const WIDTH = 430

/** Everybody who opens a poster asks for the same picture: the gateway draws it once, and rests after a failure. */
export const code: Handler<'activity.code'> = async ({ activityId }, { db, gateways }) => {
  const found = await findActivity(db, activityId)
  if (found?.isPublic !== true) return refuse('activity_not_found')
  const draw = gateways.drawCode ?? null
  if (draw === null || !SCENE.test(activityId)) return accept({ code: null })
  const drawn = await draw({ page: ACTIVITY_PAGE, scene: activityId, width: WIDTH })
  if (drawn.kind !== 'picture') return accept({ code: null })
  return accept({ code: { mediaType: drawn.mime, content: drawn.bytes.toString('base64') } })
}
