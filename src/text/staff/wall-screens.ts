import { DIGITS_MISSING, STAFF_ONLY_TITLE } from '../vocabulary'
import type { Screen } from '../../../core/contract/check-in/screen'
import { type Instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { isSilent } from '../../../core/domain/check-in/pairing'
import { momentText } from '../time'

/** The page on which staff pairs wall screens and takes them out of use. */
export const WALL_SCREENS = {
  title: '大屏',
  hint: '给门口的大屏配对、停用',
  whichOffice: '大屏挂在哪家会客厅？',
  otherOffice: '换一家',
  pair: '配对一块大屏',
  how: '大屏打开网页后会显示一个码和两位数字。',
  scan: '扫大屏上的码',
  scanInWeChat: '浏览器里不能扫码。请用微信打开小程序，再扫大屏上的码。',
  notPairing: '这不是大屏的配对码。请扫大屏上的码，旁边有两位数字的那个。',
  digits: '大屏上的两位数字',
  digitsHint: '比如 07',
  digitsMissing: DIGITS_MISSING,
  doPair: '配对',
  twice: '配对两次',
  scanAgain: '重新扫',
  paired: '配对好了，大屏马上换成打卡码。',
  another: '再配一块',
  list: '已配对的大屏',
  none: '还没有配对过大屏。',
  revoke: '停用',
  revokeTitle: '停用这块大屏？',
  revokeAsk: '停用后，它的码马上不能打卡，要用得重新配对。',
  keep: '不停用',
  notRevoked: '停用两次',
  online: '在线',
  neverSeen: '还没有上线',
  staffOnly: STAFF_ONLY_TITLE,
  staffOnlyAdvice: '管大屏的是会客厅的社工、编辑和管理员。您要开通，请找管理员。',
} as const

/** The end of its id: enough to tell two screens of an office apart. */
export const screenName = ({ screenId }: Pick<Screen, 'screenId'>): string => `大屏 ${screenId.slice(-4)}`

/** 在线; 上次在线：今天 9:12. */
export function seenText({ seenAt }: Pick<Screen, 'seenAt'>, now: Instant): string {
  if (seenAt === null) return WALL_SCREENS.neverSeen
  const seen = parseInstant(seenAt)
  return isSilent(seen, now) ? `上次在线：${momentText(seen, now)}` : WALL_SCREENS.online
}

export const pairedText = ({ pairedAt }: Pick<Screen, 'pairedAt'>, now: Instant): string =>
  `${momentText(parseInstant(pairedAt), now)} 配对`
