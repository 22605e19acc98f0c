import { ACCESS_TITLE, OPENING_HOURS, POSITION_UNVERIFIED } from '../vocabulary'

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
export const officeCard = (office: string): string => `${office}：地址、时间、能办什么`
export const doorWidth = (centimetres: number): string => `${centimetres} 厘米`

/** 位置与时间核实于 2026-11-02 · 来源：街道公开资料. */
export function recordLine(verifiedOn: string | null, source: string | null): string {
  const verified = verifiedOn === null ? '还没有人到现场核实过' : `核实于 ${verifiedOn}`
  return source === null ? `${verified}。` : `${verified}。来源：${source}。`
}
