import { SEE_THIS_ACTIVITY } from '../vocabulary'
import type { ActivityPage } from '../../../core/contract/activity/activity-page'
import { dateText } from '../time'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { COME_ALONG, endClock, markedTitle, startClock } from './activities'
import { placeNow } from '../../../core/domain/activity/change'

export const POSTER = {
  title: '海报',
  heading: '发到群里，或存到手机',
  how: '长按图片也可以保存。',
  drawing: '正在画…',
  offer: '发给朋友或存下来',
  failed: '图没有画成。请退出这一页再进来，或把活动页面直接转发给朋友。',
  back: SEE_THIS_ACTIVITY,
} as const

/** What stands on a poster, from top to bottom. */
export interface PosterWords {
  readonly by: string
  readonly title: string
  readonly day: string
  readonly hours: string
  readonly place: string
  readonly entry: string
  /** Beside a code. */
  readonly scan: string
  /** In place of one. */
  readonly find: string
  readonly label: string
}

type Shown = Pick<
  ActivityPage,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'change' | 'terms' | 'host' | 'sample'
>

/** Nothing that reads differently tomorrow: a poster hangs for days. */
export function posterWords(activity: Shown, appName: string): PosterWords {
  const { place, change, terms, host } = activity
  const day = dateText(shanghaiDay(parseInstant(activity.startsAt)))
  const hours = `${startClock(activity)}–${endClock(activity)}`
  const where = placeNow(place, change).place
  const marked = markedTitle(activity)
  return {
    by: host ?? appName,
    title: marked,
    day,
    hours,
    place: where,
    entry: terms === null ? COME_ALONG : '要报名',
    scan: terms === null ? '扫一扫，看有什么' : '扫一扫，看详细、报名',
    find: `微信搜“${appName}”小程序，点“活动”`,
    label: `海报：${marked}，${day} ${hours}，${where}`,
  }
}
