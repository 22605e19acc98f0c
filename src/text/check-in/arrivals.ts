import { DID_NOT_COME, LATEST_ARRIVALS, WRONG_PERSON } from '../vocabulary'

export const UNDO = {
  title: (who: string): string => `撤销 ${who} 的签到？`,
  why: '礼品一起撤销，位子还回去。为什么撤销？',
  reasons: [WRONG_PERSON, DID_NOT_COME, '重复记了'],
  other: '别的原因',
  otherField: '写几个字',
  otherMissing: '请先写几个字',
  confirm: '撤销',
  keep: '不撤销',
  undo: '撤销',
  whenSent: '还没上传，上传了才能撤销。',
  twice: '撤销两次',
} as const

export const ARRIVALS = {
  title: LATEST_ARRIVALS,
  none: '还没有人签到',
  noneAdvice: '签到的人会列在这里，点错了可以撤销。',
  all: (count: number): string => `全部 ${count} 位`,
  uploaded: '补传',
  self: '自己扫的',
  waiting: '等上传',
} as const
