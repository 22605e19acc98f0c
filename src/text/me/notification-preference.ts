import { HOW_TO_TELL_ME, NOTHING_COMING } from '../vocabulary'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'

export const NOTIFICATION = {
  title: HOW_TO_TELL_ME,
  heading: '有变动，怎么告诉您？',
  why: '每次报名可以不一样，活动开始前都能改。',
  none: NOTHING_COMING,
  noneAdvice: '报名的时候会问您，报好了在这里改。',
  activities: '看活动',
  change: '改一改',
  changeLabel: (title: string): string => `改一改：${title}`,
  save: '就这样',
  close: '不改了',
  notSaved: '还没送到，没有改。网好了再点一次。',
  wechatOff: '微信通知没打开，没有改。可以选打电话，或不用通知。',
} as const

export const NOTIFICATION_WORDS: Readonly<Record<NotificationWay, string>> = {
  wechat: '有变动，发微信告诉您',
  phone: '有变动，打电话告诉您',
  none: '有变动，放在“我的消息”里，不打扰您',
}
