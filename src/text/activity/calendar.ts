import { instant, type Instant } from '../../../core/kernel/shanghai-time'
import { shortMoment } from '../time'

export const CALENDAR = {
  add: '记到手机日历',
  again: '再记一次日历',
  anew: '重新记到日历',
  saved: '记好了，到时候手机会响一声。',
  downloaded: '日历文件存好了，打开它就记上了。',
  denied: '手机没有让我们写日历，没有记上。到设置里打开“日历”，再点一次。',
  setting: '去设置里打开',
  unable: '这部手机记不了日历，没有记上。',
  privacy: '记日历之前，微信要您先同意隐私保护指引。只往日历里加这一条，不看别的。',
  agree: '同意，记到日历',
  cancelled: '您记过日历：这个活动取消了，请把那一条删掉。',
} as const

/** 日历里那条旧了：记的是 周六 14:00 云溪服务中心。旧的请删掉，重新记一次。 */
export const oldEntry = ({ startsAt, place }: { startsAt: number; place: string }, now: Instant): string =>
  `日历里那条旧了，记的是${shortMoment(instant(startsAt), now)} ${place}。请删掉旧的，重新记一次。`

/** Below the title in the calendar. */
export const calendarAbout = (number: string | null, bring: string | null): string =>
  [number === null ? '' : `报名号码 ${number}`, bring === null ? '' : `请带：${bring}`]
    .filter(Boolean)
    .join('\n')
