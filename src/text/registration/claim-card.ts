import { SEE_MY_REGISTRATIONS } from '../vocabulary'

export const CLAIM_CARD = {
  title: '家人转给您的卡',
  openTitle: '家人帮您报了这个活动',
  openBody: '是您本人来参加，请点“是我”。这样号码在您的微信里也能看到，您也能自己取消。',
  isMeButton: '是我',
  guestTitle: '会客厅帮您家报的名',
  guestBody: (called: string | null, persons: number): string =>
    `帮 ${called ?? '您家里人'} 报的，一共 ${persons} 位。`,
  guestHint: '接过来以后，号码在您的微信里能看到，变动通知发给您，您也能自己取消。',
  isRelativeButton: '是我家人',
  whichRelativeTitle: '是哪位家人？',
  addRelativeButton: '添加家人',
  notMeButton: '不是我，看看这个活动',
  takenTitle: '这张卡已经有人领了',
  takenAdvice: '是您领的，到“我的报名”里看号码；不是，请家人再发一次。',
  voidTitle: '这张卡不能用了',
  voidAdvice: '位子取消了，或活动结束了。请家人看看，再发一次。',
  claimedTitle: (number: string): string => `领好了，号码 ${number}`,
  claimedWaitingTitle: '领好了，还在候补里',
  claimedBody: '您和家人看到的是同一个报名，谁都能取消。',
  notClaimedError: '还没送到，卡还在。网好了再点一次。',
  myRegistrationsButton: SEE_MY_REGISTRATIONS,
  doubleNote: '您自己已经报过这个活动了，不用再领。家人会收到消息，把多的一个取消。',
  guestPrivacyNote: '点以前，这里只显示姓。别人家的，请不要点。',
  privacyNote: '点“是我”以前，这里不显示任何人的名字。',
} as const

/** The token in a link of ours that ends in `/s/g/<token>`, as WeChat hands it over; the token alone as it is. */
export function cardTokenIn({ token, q }: { readonly token?: string; readonly q?: string }): string {
  if (token !== undefined) return token
  return /\/s\/g\/([\w-]{22})$/.exec(decodeURIComponent(q ?? ''))?.[1] ?? ''
}
