import { KEEP } from './vocabulary'
import type { PostRow } from '../../core/contract/staff'
import type { InvitationState } from '../../core/domain/staff/invitation'

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
