import type { NoSeatReason } from '../../../core/domain/registration/attendance/attendance'
import { PARTY } from './party'

const nameOf = (names: readonly (string | null)[], number: string): string => {
  const [first = null, second] = names
  const who = first ?? `号码 ${number}`
  if (second === undefined) return names.length > 1 ? `${who} 等 ${names.length} 位` : who
  return names.length === 2 && first !== null && second !== null
    ? `${first}、${second}`
    : `${who} 等 ${names.length} 位`
}

/** 王** 已签到. Who left no name goes by the number. */
export const LAST_RESULT = {
  admitted: (names: readonly (string | null)[], number: string): string => `${nameOf(names, number)} 已签到`,
  again: (names: readonly (string | null)[], number: string, when: string): string =>
    `${nameOf(names, number)} ${when} 已签到，不用再签`,
  stored: (names: readonly (string | null)[], number: string): string => `${nameOf(names, number)} 已记下`,
  storedUnlisted: '这张票已记下',
  unlistedDone: '这张票已签到',
  heads: (count: number): string => `无手机 ${count} 位`,
  headNoted: '＋1 记好了',
  giftBefore: (who: string, when: string): string => `${who} ${when} 已经领过礼品了`,
  undone: (who: string): string => `${who} 的签到已撤销`,
  released: (count: number): string => `放出了 ${count} 个位子`,
  releasedNone: '没有可以放出的位子，报名的都到了。',
  notStored: '手机存不下了，这一次还没记上。请先在纸上记，再清一清手机。',
  someone: '这一位',
  withoutPhone: '无手机的 1 位',
  walkedIn: '临时来的 1 位',
} as const

/** Why somebody who was let in holds no seat. */
export const ENTRY_FLAGS: Readonly<Record<NoSeatReason, string>> = {
  released: '位子已放出，记在补记里',
  cancelled: '报名取消过，记在补记里',
  no_room: '位子满了，记在补记里',
  activity_not_now: '不在签到时间，记在补记里',
  roll_closed: '名单已经结过，记在补记里',
}

/** What staff read where the usual sentence speaks to a resident. */
export const DESK_REFUSALS = {
  no_room: '满了，没有空位。开始 15 分钟后，可以放出没来的位子。',
  no_room_release: '满了，没有空位。可以先放出没来的位子。',
  cancelled: PARTY.cancelledAdvice,
  activity_withdrawn: '这个活动取消了，不用签到。请告诉来的街坊。',
  entry_not_found: '没有找到这次签到，可能已经撤销了。',
} as const

export const REFUSED_LATER = {
  title: '上传后核对',
  line: (about: string, why: string): string => `${about}：${why}`,
  tooOld: '在手机里放了 6 天以上，没有再上传，免得记两次。请社工在点名册里核对。',
  acknowledge: '知道了',
} as const
