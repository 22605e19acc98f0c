import { ACCESS_TITLE, OPENING_HOURS } from '../vocabulary'

export const OFFICE = {
  hours: OPENING_HOURS,
  changes: '近期有变',
  services: '这里能办',
  entrances: ACCESS_TITLE,
  about: '这家会客厅',
  closedForGood: '看新的地方',
  walk: '带我去',
  call: '打电话',
  callAnyway: '仍打给这里',
  ramp: '坡道',
  lift: '电梯',
  toilet: '无障碍厕所',
  hearing: '助听设备',
  door: '门宽',
} as const
export const officeCard = (office: string): string => `${office}：地址、时间、能办什么`
export const doorWidth = (centimetres: number): string => `${centimetres} 厘米`

/** 核实于 2026-11-02。来源：街道公开资料。 Whatever is not verified is named where the page says what it does not know. */
export function recordLine(verifiedOn: string | null, source: string | null): string {
  const from = source === null ? '' : withoutRemarks(source)
  return [verifiedOn === null ? '' : `核实于 ${verifiedOn}。`, from === '' ? '' : `来源：${from}。`].join('')
}

/** Editors note behind a source what is still to be verified; the page has said so already. */
const withoutRemarks = (source: string): string =>
  source
    .split(/[；，]/)
    .filter((part) => !part.includes('待核实'))
    .join('，')
