import { FIND_PERSON, MY_SIGN_INS_AND_POSTS, SIGN_IN_SHEET, TRY_AGAIN } from './vocabulary'
import type { StaffRole } from '../../core/domain/staff/post'

export const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  admin: '管理员',
  editor: '编辑',
  lead: '负责人',
  office: '社工',
  scanner: '志愿者',
  viewer: '只看',
}

export const SHELL = {
  name: '工作台',
  menu: '工作台的菜单',
  waiting: '待办',
  activities: '活动',
  find: FIND_PERSON,
  counter: '代报名',
  signInSheet: SIGN_IN_SHEET,
  places: '场所',
  settings: '设置',
  posts: '岗位',
  signIns: MY_SIGN_INS_AND_POSTS,
  handOver: '换人',
  signOut: '退出',
  publicPc: '公用电脑',
  notHere: '没有这一页。请从菜单进。',
  again: TRY_AGAIN,
  more: '更多',
  clockWrong: '这台电脑的时间好像不对。工作台上的时间是准的。',
} as const

export const SIGN_IN = {
  title: '登录工作台',
  locked: '已经锁上了，扫一下继续',
  lockedAdvice: '页面上填的还在。同一个人扫了就接着用；换一个人，页面会重新打开。',
  handOver: '换人：请接班的人扫',
  steps: ['用微信“扫一扫”对准这里', '在手机上看清是不是这台电脑', '在手机上输入这两位数字'],
  digits: '两位数字',
  publicPc: '公用电脑（10 分钟不用就锁上）',
  ended: '这个码过期了，或者数字输错了。',
  renew: '换一个码',
  cancel: '不换了',
  qr: '登录用的二维码，用手机扫',
  onPhone: '就用这部手机',
  code: '登录码',
  copy: '复制',
  copied: '复制好了，到小程序里粘贴。',
  notCopied: '没有复制上，请照着输。',
  typedSteps: ['打开微信里的小程序，点“我的”', '点“电脑登录”，输入这个登录码', '确认以后，回到这里'],
  withOther: '用另一部手机扫',
} as const
