import { ACCESS_TITLE, OPENING_HOURS, POSITION_UNVERIFIED } from '../vocabulary'

export const SEARCH_HINT = '您要办什么？'
export const ALL_KINDS = '全部'
export const KINDS_GROUP = '哪一类'

/** The order of the list, in words. */
export const orderFromHere = (byMinutes: boolean): string => `离您由近到远（${measure(byMinutes)}）`
export const orderFrom = (
  { name, positionVerified }: { readonly name: string; readonly positionVerified: boolean },
  byMinutes: boolean,
): string => `离${name}由近到远（${measure(byMinutes)}${positionVerified ? '' : `，${POSITION_UNVERIFIED}`}）`
const measure = (byMinutes: boolean): string => (byMinutes ? '步行时间' : '直线距离')
export const ORDER_UNKNOWN = '选了小区，就由近到远排。'

export const foundSentence = (count: number, need: string): string =>
  need === '' ? `${count} 处会客厅和服务点` : `能办“${need}”的有 ${count} 处`

/** Above the nearest 会客厅, and above the places that stand below it from near to far. */
export const NEAREST_OFFICE = '离您最近的会客厅'
export const OTHER_OFFICES = '别的地方'

export const NOTHING_FOUND = '没有找到'
export const nothingFoundAdvice = (need: string, hotline: string): string =>
  need === ''
    ? `这一类还没有收录。要办事，请打 ${hotline} 问一问。`
    : `没有一处写着能办“${need}”。换个说法试试，或打 ${hotline} 问一问。`
export const SHOW_ALL = '看全部'
export const SHOW_MORE = '再看几处'

export const CHOOSE_COMPOUND_TITLE = '您住哪个小区？'
export const COMPOUND_HINT = '小区或居委会'
export const COMPOUND_WHY = '记在这部手机上，用来找离您最近的会客厅。'
/** Which neighbourhood it belongs to is an estimate. */
export const BELONGING_UNVERIFIED = '归属待核实'
export const NOT_SURE = '名单里没有，或拿不准归哪个居委会？'
export const askHotline = (hotline: string): string => `打 ${hotline} 问一问`
export const MORE_COMPOUNDS = '再看更多小区'
export const NO_COMPOUNDS = '小区名单还在收集'
export const noCompoundsAdvice = (hotline: string): string =>
  `可以先用位置找，或从全部会客厅里挑。不知道去哪一家，请打 ${hotline}。`
export const compoundNotFound = (hotline: string): string =>
  `名单里没有这个名字。换个说法试试，或打 ${hotline} 问您属于哪个居委会。`
/** @param alone whether nothing else on the page says that the place is unverified */
export const askTheWay = (alone: boolean): string =>
  `${alone ? `${POSITION_UNVERIFIED}，` : ''}出门前请先打电话问路。`

export const OFFICE = {
  hours: OPENING_HOURS,
  changes: '近期有变',
  services: '这里能办',
  entrances: ACCESS_TITLE,
  about: '这家会客厅',
  noServices: '能办的事还在核实，去之前请先打电话问问。',
  noEntrances: '坡道、电梯、无障碍厕所都未核实，需要的话请先打电话问问。',
  closedForGood: '看新的地方',
  walk: '带我去',
  call: '打电话',
  callAnyway: '仍打给这里',
  ramp: '坡道',
  lift: '电梯',
  toilet: '无障碍厕所',
  hearing: '助听设备',
  door: '门宽',
  doorUnknown: '未核实',
} as const

/** What forwarded cards say. */
export const OFFICES_CARD = '找会客厅：看哪家开着，怎么去'
export const officeCard = (office: string): string => `${office}：地址、时间、能办什么`

export const callHotline = (hotline: string): string => `打 ${hotline}`
export const doorWidth = (centimetres: number): string => `${centimetres} 厘米`

/** 位置与时间核实于 2026-11-02 · 来源：街道公开资料. */
export function recordLine(verifiedOn: string | null, source: string | null): string {
  const verified = verifiedOn === null ? '还没有人到现场核实过' : `核实于 ${verifiedOn}`
  return source === null ? `${verified}。` : `${verified}。来源：${source}。`
}
