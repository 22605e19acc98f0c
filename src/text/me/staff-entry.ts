import { HAVE_INVITATION, STAFF } from '../vocabulary'
import type { PostPlace } from '../../../core/contract/staff'
import type { StaffRole } from '../../../core/domain/staff/post'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { momentText } from '../time'

/** What colleagues call a post. */
export const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  scanner: '志愿者',
  office: '社工',
  lead: '负责人',
  viewer: '只看',
  editor: '编辑',
  admin: '管理员',
}

/** Where somebody with an invitation becomes a member of staff. */
export const STAFF_ENTRY = {
  title: STAFF,
  heading: HAVE_INVITATION,
  how: '邀请码是同事发给您的 8 个字，像 K7MP-3XQ9。不分大小写。',
  code: '邀请码',
  codeHint: '照着纸条输',
  codeMissing: '邀请码是 8 个字母和数字，请对着纸条再看一遍。',
  open: '打开邀请',
  until: (moment: string): string => `做到${moment}为止`,
  confirmLater: '点了“是我”以后，还要请发邀请的同事确认一次。',
  volunteerName: '您的姓名',
  volunteerHint: '工作人员看着姓名点“同意”',
  volunteerNameMissing: '请写您的姓名，20 个字以内',
  volunteerPromise: '不拍照，不外传，只用于签到。',
  volunteerYes: '我来帮忙，会照做',
  volunteerNo: '不帮忙了',
  volunteerWaitingTitle: '请等工作人员点“同意”',
  volunteerWaitingAdvice: '点了以后这里会变，不用关。',
  volunteerDoneTitle: '好了，可以签到了',
  volunteerDoneAdvice: '活动签到一结束，权限自动收回。',
  toCheckIn: '去签到',
  yes: '是我',
  no: '不是我',
  twice: '接受两次',
  doneTitle: '好了，您已经是工作人员',
  doneAdvice: '在“我的”里能看到能做的事。电脑上的工作台，用“电脑登录”扫屏幕打开。',
  waitingTitle: '已经告诉发邀请的同事',
  waitingAdvice: '同事点了“是这位”，您的岗位就开始。',
  posts: '我的岗位',
  noPosts: '您还没有工作人员的岗位。',
} as const

/** 您是王芳（金梅园百姓会客厅 社工）吗？ */
export const askedText = ({ called, ...place }: PostPlace): string =>
  `您是${called}（${postText(place)}）吗？`

/** 给“周日市集”帮忙签到？ */
export const volunteerText = ({ activities }: Pick<PostPlace, 'activities'>): string =>
  `给“${(activities ?? []).map(({ name }) => name).join('、')}”帮忙签到？`

/** 金梅园百姓会客厅 社工; 市集 志愿者; 管理员. */
export const postText = ({
  role,
  offices,
  activities,
}: Pick<PostPlace, 'role' | 'offices' | 'activities'>): string => {
  const where = [...offices, ...(activities ?? [])].map(({ name }) => name).join('、')
  return where === '' ? ROLE_NAMES[role] : `${where} ${ROLE_NAMES[role]}`
}

export const untilText = (endsAt: string | null, now: Instant): string | null =>
  endsAt === null ? null : STAFF_ENTRY.until(momentText(parseInstant(endsAt), now))

/** The code in a link of ours that ends in `/s/<code>`, or the code alone; `null` for anything else. */
export const invitationCodeIn = (text: string): string | null =>
  /(?:^|\/s\/)([A-Za-z2-9]{4}-?[A-Za-z2-9]{4})$/.exec(decoded(text.trim()))?.[1] ?? null

/** WeChat hands a link over encoded. */
const decoded = (text: string): string => (/^https?%3A/i.test(text) ? decodeURIComponent(text) : text)
