import type { Subdistrict } from '../../../core/contract/home'
import { PRIVACY_POLICY } from '../vocabulary'

/** The policy as facts of what the code does; each can be found in docs/privacy.md. */
export const policy = ({
  organiser,
  kind,
}: Pick<Subdistrict, 'organiser' | 'kind'>): readonly {
  readonly title: string
  readonly lines: readonly string[]
}[] => [
  {
    title: '谁在管',
    lines: [`${organiser}主办。记录放在${kind}租用的服务器上，不卖，不做广告，不给别的公司用。`],
  },
  {
    title: '什么时候记',
    lines: [
      '只看不办，什么都不记。',
      '报名、打卡、候补、申请摊位、写意见的时候，才记下这一件事。',
      '页面出了错，会自动报告错在哪一页、哪一行，不带您是谁、看了什么。',
      '称呼、年龄段、小区、电话，都可以不填；活动要看年纪时才问。',
    ],
  },
  {
    title: '位置',
    lines: ['位置只在您的手机上算远近，不上传。不给位置，选小区也一样用。'],
  },
  {
    title: '日历',
    lines: ['点了“记到手机日历”，才往日历里加那一条。日历里别的，看不到。'],
  },
  {
    title: '孩子',
    lines: ['14 岁以下要监护人同意。同意的时间和条款都记着，随时可以收回。'],
  },
  {
    title: '谁能看到',
    lines: [
      '您和您替他报名的家人；家人领了卡，也能看到同一个报名。',
      '门口的工作人员看到的名字打了星号（王**）。',
      '电话只给要打给您的工作人员看，谁打开过名单，都会记下。',
    ],
  },
  {
    title: '留多久',
    lines: [
      '电话：活动结束 30 天后自动删；意见里留的，30 天后自动删。',
      '登录：30 天。防止重复提交的记录：7 天。打卡的回执：49 小时。',
      '报名和打卡：一直留到您删掉。',
    ],
  },
  {
    title: '全部删掉以后',
    lines: [
      '能认出您的都没有了，包括电话、家人、消息、意见里的话。',
      '办过几场、来过几个人，这样的数还在，但不知道是谁。',
      '家人自己领过卡的报名是家人的，不受影响。',
    ],
  },
]

export const POLICY_PAGE = {
  title: PRIVACY_POLICY,
  heading: '我们怎么对待您的记录',
  date: '2026 年 11 月 22 日起',
} as const
