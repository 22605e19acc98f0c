import { MY_FAMILY, YEAR_ERROR, YEAR_HINT } from '../vocabulary'

export const FAMILY = {
  title: MY_FAMILY,
  heading: '替谁报名？',
  why: '加上家人，报名时点一下就行。只记称呼、关系和出生年份。',
  none: '还没有家人',
  noneAdvice: '加上爸妈、老伴或孩子，下次两下就报好。',
  add: '加一位家人',
  save: '加上',
  agreeAndSave: '我同意，加上',
  close: '先不加',
  relationTitle: '是您的什么人？',
  nameTitle: '怎么称呼？',
  nameHint: '例如 妈妈、张阿姨',
  yearTitle: '哪一年生的？',
  yearHint: YEAR_HINT,
  yearWhy: '有的活动看年纪；14 岁以下要监护人同意。',
  nameError: '请写个称呼。',
  yearError: YEAR_ERROR,
  relationError: '请选一个关系。',
  consentTitle: '14 岁以下，要监护人同意',
  agree: '我同意',
  notNow: '先不',
  withdraw: '收回同意',
  withdrawNow: '收回',
  withdrawWhy: '收回后，报好的不变；以后再报要重新同意。',
  agreed: '监护人已同意',
  notAgreed: '监护人还没同意，不能报名',
  claimed: '本人已领卡',
  remove: '去掉',
  removeTitle: (name: string): string => `要去掉${name}吗？`,
  removeWhy: '以后报名里就没有这一位了，随时可以再加。',
  removeNow: (name: string): string => `去掉${name}`,
  keep: '不去掉',
  notAddedTwice: '加两次',
} as const

export const RELATIONS = ['妈妈', '爸爸', '老伴', '孩子', '孙辈', '其他'] as const

/** 孩子，2018 年生; who is called by the relation is not called so twice. */
export const memberHint = (name: string, relation: string, birthYear: number): string =>
  `${name === relation ? '' : `${relation}，`}${birthYear} 年生`
