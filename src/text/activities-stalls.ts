export const STALLS = {
  title: '摊位',
  free: '还没有人',
  none: '这里没有摊位',
  noneAdvice: '这个活动不摆摊，或者摊位还没有排好。',
  back: '看这个活动',
  share: '的摊位：谁在摆，在几号',
} as const

export const stallNumber = (number: string): string => `${number} 号`

/** 6 个摊位，1 个还没有人. */
export function stallCount(all: number, free: number): string {
  return free === 0 ? `${all} 个摊位` : `${all} 个摊位，${free} 个还没有人`
}
