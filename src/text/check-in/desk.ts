import { LATEST_ARRIVALS } from '../vocabulary'
import type { CheckInCounts } from '../../../core/contract/check-in/check-in-desk'
import type { StaffRole } from '../../../core/domain/staff/post'
import type { WaitReason } from '../../api/outbox/delivery'
import { SENT_LATER } from './scan'

/** The check-in desk of staff: which activity, how many came, and the four ways in. */
export const DESK_PAGE = {
  title: '门口',
  chooseTitle: '今天在哪个门口？',
  nothingToday: '今天这里没有活动',
  nothingAdvice: '活动由编辑在电脑上发布。临时加的，请让编辑发布后再来。',
  otherActivity: '换一个活动',
  scan: '扫票',
  scanInWeChat: '浏览器里不能扫票，请输号码或找姓氏。扫票请用微信小程序。',
  number: '输号码',
  surname: '找姓氏',
  plusOne: '＋1 无手机',
  plusOneLabel: '加 1 位没有手机的街坊',
  recent: LATEST_ARRIVALS,
  recentHint: '礼品、撤销',
  back: '回到门口',
  full: '满了，没有空位',
  looking: '正在找…',
  recording: '正在记…',
  tooEarly: '还没到签到时间，现在记的会被退回。',
  tooLate: '签到时间过了，现在记的会被退回。',
} as const

export const freeText = (free: number): string => (free > 0 ? `还空 ${free} 个位子` : DESK_PAGE.full)

export const totalText = (heads: number): string => `共 ${heads} 位`

/** How many of how many, for who reads it and for who hears it. */
export const countCells = (
  counts: CheckInCounts,
): readonly { readonly name: string; readonly value: string; readonly spoken: string }[] => [
  ...(counts.capacity === null && counts.registered === 0
    ? []
    : [
        {
          name: '报名到场',
          value: `${counts.attended}/${counts.registered}`,
          spoken: `报名到场 ${counts.attended} 位，共报名 ${counts.registered} 位`,
        },
      ]),
  { name: '临时来', value: String(counts.walkedIn), spoken: `临时来 ${counts.walkedIn} 位` },
  { name: '无手机', value: String(counts.withoutPhone), spoken: `没有手机的 ${counts.withoutPhone} 位` },
  ...(counts.doorRecords === 0
    ? []
    : [{ name: '补记', value: String(counts.doorRecords), spoken: `补记 ${counts.doorRecords} 位` }]),
]

/** 报名 20 位，到了 8 位: one line of a day. */
export const comeLine = ({ registered, heads }: CheckInCounts): string =>
  registered === 0 ? `到了 ${heads} 位` : `报名 ${registered} 位，到了 ${heads} 位`

/** When it begins, and when one can check in. */
export const windowText = (starts: string, from: string, until: string): string =>
  `${starts} 开始，${from}–${until} 签到`

export const RELEASE = {
  offer: (count: number): string => `放出没来的 ${count} 个位子`,
  title: '把位子让给到场的人？',
  why: '已经开始 15 分钟了。放出后，＋1 和临时来的就有位子；报了名晚到的，照样请进。',
  yes: '放出',
  no: '再等等',
  twice: '放两次',
} as const

/** Said while acts wait to be sent. */
export const waitingText = (count: number, why: WaitReason): string =>
  `${count} 条记在这部手机上，${SENT_LATER[why]}。请不要删除小程序。`

export const VISITS = {
  title: (count: number): string => `今天到访 ${count} 位`,
  all: (count: number): string => `全部 ${count} 位`,
  undo: (who: string): string => `撤销 ${who} 的到访？`,
  why: '今天的到访和印章一起撤销。为什么撤销？',
} as const

/** A demonstration lends its staff, so that everybody can look at the desk. */
export const DEMO_STAFF = {
  why: '这是演示，可以换成工作人员看看：',
  roles: {
    scanner: '演示：当扫码员',
    office: '演示：当社工',
    editor: '演示：当编辑',
  } satisfies Partial<Record<StaffRole, string>>,
} as const
