import { DIGITS_MISSING, PC_SIGN_IN } from '../vocabulary'
import type { AskingPc, DeskSessionRow } from '../../../core/contract/desk'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { momentText } from '../time'

/** The phone's side of signing in on a PC. */
export const DESK_SIGN_IN = {
  title: PC_SIGN_IN,
  heading: '登录工作台',
  how: '在电脑上打开工作台，屏幕上会有一个码和两位数字。用这里的“扫一扫”对准屏幕。',
  scan: '扫电脑屏幕',
  typedTitle: '在这部手机的浏览器里用',
  typedHow: '浏览器里的工作台显示一串登录码，像 K7M-P3X-47。回到这里输入它。',
  code: '登录码',
  codeHint: '八位，不分大小写',
  codeMissing: '请输入浏览器里显示的登录码。',
  open: '看看是哪个浏览器',
  whichBrowser: '是您自己的浏览器吗？',
  onlyOwn: '只有登录码是您自己在浏览器里看到的才确认。别人发给您、念给您的，不要输。',
  again: '再输一次',
  confirmOwn: '是我的浏览器，登录',
  scanInWeChat: '浏览器里不能扫码。请用微信打开小程序，再扫电脑屏幕。',
  forwarded: '请直接扫电脑屏幕，不要用转发的图片。',
  notOurs: '这不是工作台的登录码。请扫电脑屏幕上、旁边有两位数字的那个。',
  which: '是这台电脑吗？',
  onlyHere: '只有您正坐在这台电脑前才确认。别人在电话里、微信里报给您的数字，不要输。',
  publicPc: '公用电脑：10 分钟不用就锁上。',
  sameNetwork: '和您的手机在同一个网络。',
  newBrowser: '您的账号第一次在这个浏览器登录。',
  digits: '电脑屏幕上的两位数字',
  digitsHint: '看着屏幕输',
  digitsMissing: DIGITS_MISSING,
  confirm: '我坐在电脑前，登录',
  twice: '登录两次',
  another: '不是这台，不登录',
  doneTitle: '已经登录',
  doneAdvice: '用完请在工作台上点“退出”。忘了也不要紧，在下面点“结束”。',
  backToBrowser: '请回到浏览器，工作台已经打开。',
  sessions: '登录着的电脑',
  none: '没有登录着的电脑。',
  end: '结束',
  endTwice: '结束两次',
  isNew: '新的浏览器。不是您登录的，请马上点“结束”，并告诉管理员。',
} as const

export const deskAddressText = (origin: string): string => `工作台的网址：${origin}/desk/`

export const pcName = ({ browser, system }: Pick<AskingPc, 'browser' | 'system'>): string =>
  `${system} · ${browser}`

export const askedText = ({ askedAt }: AskingPc, now: Instant): string =>
  `${momentText(parseInstant(askedAt), now)} 要求登录`

/** 今天 9:12 登录，今天 9:40 用过；锁着. */
export const sessionText = (session: DeskSessionRow, now: Instant): string =>
  `${momentText(parseInstant(session.startedAt), now)} 登录，${momentText(parseInstant(session.seenAt), now)} 用过${
    session.state === 'locked' ? '；现在锁着' : ''
  }`

/** The request in what was scanned or opened: a link of ours that ends in `/s/d/<id>`, or the id alone. */
export const signInIdIn = (text: string): string | null =>
  /(?:^|\/s\/d\/)([\w-]{22})$/.exec(decoded(text))?.[1] ?? null

/** WeChat hands a link over encoded. */
const decoded = (text: string): string => (/^https?%3A/i.test(text) ? decodeURIComponent(text) : text)
