import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import { clockText, minuteOfDay, parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { momentText } from '../time'

/** 改到室内：武宁片区二楼（6:50 更新）. Null where nothing changed. */
export function changeLine(change: ChangeNotice | null, now: Instant): string | null {
  if (change === null) return null
  const said = CHANGES[change.kind](change, now)
  return `${said}（${shortMoment(parseInstant(change.at), now)} 更新）`
}

const CHANGES: Readonly<Record<ChangeNotice['kind'], (change: ChangeNotice, now: Instant) => string>> = {
  'as-planned': () => '照常举行',
  indoors: ({ place }) => `改到室内：${place ?? ''}`,
  postponed: ({ formerStartsAt }, now) =>
    formerStartsAt === null ? '推迟了' : `推迟了，原来是${momentText(parseInstant(formerStartsAt), now)}`,
  cancelled: () => '活动取消了',
  'decided-tomorrow': ({ decisionAt }, now) =>
    decisionAt === null ? '办不办，明早再定' : `办不办，${momentText(parseInstant(decisionAt), now)} 再定`,
}

/** 6:50 today, 昨天 18:00 otherwise. */
const shortMoment = (moment: Instant, now: Instant): string =>
  momentText(moment, now).startsWith('今天') ? clockText(minuteOfDay(moment)) : momentText(moment, now)
