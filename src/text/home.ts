import { HOLIDAYS_UNCERTAIN } from './office/opening'

/** What a forwarded card says. */
export const homeCard = (appName: string): string => `${appName}：找最近的会客厅，看开没开门`

export const SCAN = '扫码打卡'
export const WALK_THERE = '带我去'
export const CALL = '打电话'
/** Where nobody can be led yet, because the place is still to be verified. */
export const SEE_OFFICE = '看这一家'
export const USE_POSITION = '用我的位置'
export const LOCATING = '正在找您的位置…'
export const CHOOSE_COMPOUND = '选小区'
export const CHANGE_COMPOUND = '换小区'

/** 云溪街道有 24 处会客厅和服务点; the number stays with what it counts. */
export const placesSentence = (subdistrict: string, count: number): string =>
  `${subdistrict}有 ${count}\u00a0处会客厅和服务点`

interface OpenNow {
  readonly open: number
  readonly unknown: number
  readonly holidaysUncertain: boolean
}

/** 现在 3 处开着; nothing is said where no hours are known. */
export function openNowSentence({ open, unknown, holidaysUncertain }: OpenNow, hotline: string): string {
  if (open === 0 && unknown > 0) return `多数几点开门还没问到，先打 ${hotline}。`
  const counted = open === 0 ? '现在都在休息' : `现在 ${open} 处开着`
  const verified = unknown === 0 ? '' : `，${unknown} 处几点开门还没问到`
  return `${counted}${verified}${holidaysUncertain ? `，${HOLIDAYS_UNCERTAIN}` : ''}。`
}

/**
 * Why no office is called the nearest, and what to do about it.
 * @param compound that was chosen although neither its place nor its 居委会 is known; `null` for none
 */
export const whyNoneIsNearest = (compound: string | null): string =>
  compound === null
    ? '选一下小区，就知道哪家最近。'
    : `${compound}在哪儿、归哪家会客厅，还没问到。用一下位置，就知道哪家最近。`

export const NEEDS_TITLE = '您要办什么'
export const ALL_OFFICES = '看全部会客厅'
export const FIND_OFFICE = '找会客厅'
export const WHAT_ACTIVITIES = '有什么活动'
export const SCAN_SHORT = '扫一扫'
/** Of the next registration, or where all of them stand. */
export const MY_NUMBER = '我的号码'
export const MY_NUMBER_HINT = '报了活动，号码就在这里'
export const CIRCLE_HINT = '走 15 分钟能到哪里'
/** What is behind 我的, which has no tab in the elder edition. */
export const MINE_HINT = '小区和字号'
export const ELDER = '长辈版'
export const ELDER_HINT = '字大、按钮大，一屏只做一件事'

export const PRIVACY_TITLE = '用您的位置前'
export const PRIVACY_WHY = '位置只在您的手机上用来算远近，不上传，也不保存。不同意也能用：选小区就行。'
export const PRIVACY_AGREE = '同意，用我的位置'
export const PRIVACY_DECLINE = '不用位置'
