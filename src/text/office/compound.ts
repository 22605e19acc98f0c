import { MY_COMPOUND } from '../vocabulary'

/** 望月湾一村属于望月湾居委会; 梧桐二村可能属于枫岭园居委会; `null` where nobody knows. */
export const belongsTo = (compound: string, neighbourhood: string | null, verified: boolean): string =>
  neighbourhood === null
    ? `${compound}归哪个居委会，还没问到`
    : `${compound}${verified ? '属于' : '可能属于'}${committee(neighbourhood)}`

/** 枫岭园居委会, whether the pack writes the second half or not. */
export const committee = (neighbourhood: string): string =>
  neighbourhood.endsWith('居委会') ? neighbourhood : `${neighbourhood}居委会`

export const MY_COMPOUND_PAGE = {
  title: MY_COMPOUND,
  othersTitle: '这个小区',
  committee: '居委会',
  office: '会客厅',
  otherOffice: '服务点',
  nearest: '最近的会客厅',
  grid: '微网格',
  mine: '我就住这儿',
  change: '换小区',
  all: '看别的小区',
} as const

export const callCommittee = (neighbourhood: string): string => `打给${committee(neighbourhood)}`
export const callGrid = '打给微网格'

/** What a forwarded card says. */
export const compoundCard = (compound: string | null): string =>
  compound === null ? '找您小区的居委会和会客厅' : `${compound}：归哪个居委会，有事找谁`
