import { callEndpoint } from '../../api/client'
import type { PictureBytes } from '../../platform/picture/painting'

/** 小程序码 of the activity; without an answer, or where WeChat gives none, a plain code has to do. */
export async function wechatCodeOf(activityId: string): Promise<PictureBytes | null> {
  const reply = await callEndpoint('activity.code', { activityId })
  if (!reply.ok || reply.value.code === null) return null
  const { mediaType, content } = reply.value.code
  return { name: `code-${activityId}.${mediaType === 'image/png' ? 'png' : 'jpg'}`, mediaType, content }
}
