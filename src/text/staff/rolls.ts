import { DID_NOT_COME, DOOR_RECORD, WRONG_PERSON } from '../vocabulary'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import type { RollTimes } from '../../../core/contract/check-in/check-in-desk'
import { momentText } from '../time'

/** 点名册: which are to be closed, what closing means, and how one person is corrected. */
export const ROLLS = {
  title: '点名册',
  hint: '活动过后，核对谁来了',
  open: '还没有关的',
  closed: '关好了的',
  none: '没有要核对的点名册',
  noneAdvice: '要报名的活动，签到结束后会列在这里，留 60 天。',
  came: (count: number): string => `来了 ${count} 位`,
  absent: (count: number): string => `没来 ${count} 位`,
  all: (count: number): string => `全部 ${count} 位`,
  close: '关上点名册',
  closeTitle: (absent: number): string =>
    absent === 0 ? '人都到齐了，关上点名册？' : `没来的 ${absent} 位，记成“没来”？`,
  why: '两天里补传的签到都收齐了。关上以后，没来的记成“没来”：60 天里没来两次的，再报开了“缺席规则”的活动要排在后面；别的没有影响，也不公开。',
  afterwards: '纸上签了到的，关上以后在下面点名字，改成“来了”。',
  yes: '关上',
  no: '再核对一下',
  twice: '关两次',
  correctHint: '错了点名字，可以改。',
  toCame: (who: string): string => `${who} 来了？`,
  toAbsent: (who: string): string => `${who} 没有来？`,
  cameWhy: '改成“来了”，“没来”的记录就取消。为什么改？',
  absentWhy: '改成“没来”，这次签到和礼品一起撤销。为什么改？',
  cameReasons: ['签在纸上了', '手机没记上', '点漏了'],
  absentReasons: [WRONG_PERSON, DID_NOT_COME, '替别人签的'],
  confirm: '改好',
  correctTwice: '改两次',
  keep: '不改了',
  late: '补传过签到',
  atDoor: DOOR_RECORD,
  child: '孩子',
  back: '看别的点名册',
} as const

/** What one may do with a roll now, in one line. */
export function rollState({ closableFrom, closedAt }: RollTimes, now: Instant): string {
  if (closedAt !== null) return `${momentText(parseInstant(closedAt), now)} 关好了`
  const from = parseInstant(closableFrom)
  return now < from ? `${momentText(from, now)} 以后可以关` : '可以关了'
}

/** Why it can't be closed yet. */
export const notYet = (from: string, now: Instant): string =>
  `${momentText(parseInstant(from), now)} 以后可以关：手机没有网时签的到，两天里还会补传上来。`

/** 11月30日 改成“来了”：签在纸上了 */
export const correctionLine = (when: string, came: boolean, reason: string): string =>
  `${when} 改成“${came ? '来了' : '没来'}”：${reason}`

/** 报名 12 位，来了 9 位. */
export const rollLine = (registered: number, came: number): string => `报名 ${registered} 位，来了 ${came} 位`
