import { INVITE_COLLEAGUES, KEEP, MY_SIGN_INS_AND_POSTS } from './vocabulary'
import { LONGEST_NAME } from '../../core/shapes/person-name'
import type { InvitationState } from '../../core/domain/staff/invitation'
import type { PostRow } from '../../core/contract/staff'

export const POSTS = {
  title: '岗位',
  invite: '邀请',
  called: '姓名',
  role: '岗位',
  offices: '会客厅',
  until: '到哪天',
  state: '状态',
  by: '谁请的',
  acts: '能做的',
  street: '全街道',
  forever: '长期',
  none: '还没有岗位。',
  invitations: '邀请',
  noInvitations: '没有发出去的邀请。',
  goodUntil: '有效到',
  dismiss: '离岗',
  dismissTitle: (called: string) => `${called} 离岗？`,
  dismissBody:
    '他的全部岗位、所有登录着的电脑、发出去还没人用的邀请，马上作废。没有网络的手机，名单最晚留到今天半夜。',
  keep: KEEP,
  dismissed: (called: string) => `${called} 已经离岗`,
  ended: (posts: number, invitations: number) => `收回岗位 ${posts} 个，作废邀请 ${invitations} 个。`,
  opened: (times: number) =>
    times === 0 ? '最近 90 天没有打开过居民的姓名或电话。' : `最近 90 天打开居民的姓名或电话 ${times} 次。`,
  known: '知道了',
  reissue: '重发',
  revoke: '收回',
  revoked: '邀请收回了。',
  confirm: '是这位吗？',
  confirmBody: (called: string, role: string) =>
    `有人用了给 ${called}（${role}）的邀请码。请当面或打电话问清楚是本人，再确认。`,
  isRight: '是本人',
  isWrong: '不是，作废',
} as const

export const POST_STATES: Readonly<Record<PostRow['state'], string>> = {
  active: '在岗',
  ended: '到期',
  dismissed: '已离岗',
}

export const INVITATION_STATES: Readonly<Record<InvitationState, string>> = {
  open: '等接受',
  'awaiting-confirmation': '等您确认',
  accepted: '已接受',
  expired: '过期',
  revoked: '已收回',
}

export const INVITE = {
  title: INVITE_COLLEAGUES,
  how: '一行一位。也可以从 WPS 或微信表格里复制四列“姓名、会客厅、岗位、到哪天”，粘贴到下面。',
  paste: '在这里粘贴表格',
  read: '读进下面的表',
  add: '加一行',
  remove: '删掉',
  send: (rows: number) => `发出 ${rows} 份邀请`,
  back: '回到岗位',
  sent: '邀请码',
  sentHow: '每个码用一次，7 天有效，只在这里显示这一次。请打印剪开，或抄给本人。',
  print: '打印',
  slipHow: '微信打开小程序：我的 → 工作人员，输入这个码。',
  goodUntil: (day: string) => `有效到 ${day}`,
  faults: {
    called: `请写姓名，${LONGEST_NAME} 个字以内`,
    role: '写社工、负责人、编辑、管理员或只看',
    scanner: '志愿者请在活动里请，不在这里',
    officeMissing: '请写会客厅',
    officeUnknown: (name: string) => `没有“${name}”`,
    day: '写成 2026-12-31，或者空着',
  },
} as const

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
