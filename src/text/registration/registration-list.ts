import { ACTIVITY_CANCELLED, MY_REGISTRATIONS, NOTHING_COMING } from '../vocabulary'

export const REGISTRATION_LIST = {
  title: MY_REGISTRATIONS,
  coming: '接下来',
  nothingComing: NOTHING_COMING,
  past: '以前的',
  none: '还没有报名',
  noneAdvice: '看看街坊们在办什么，能替家人一起报。',
  activities: '看活动',
  byFamily: '家人替您报的',
  number: '号码',
  withdrawn: ACTIVITY_CANCELLED,
} as const
