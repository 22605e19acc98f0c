import { MY_SIGN_INS_AND_POSTS } from './vocabulary'

export const SIGN_INS = {
  title: MY_SIGN_INS_AND_POSTS,
  none: '没有登录着的电脑。',
  pc: '电脑',
  started: '什么时候登录',
  seen: '最后用过',
  state: '状态',
  isThis: '就是这台',
  active: '在用',
  locked: '锁着',
  isNew: '新的浏览器',
  end: '结束',
} as const

export const LEAVE = {
  title: '我的岗位',
  act: '我要离岗',
  sure: '您真的要离岗？',
  body: '您的全部岗位、登录着的电脑、您发出去还没人用的邀请，马上作废。想回来，要请人再邀请。',
  stay: '不，我还在',
} as const
