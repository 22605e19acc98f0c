import type { HolidayCalendarSource } from './holiday-calendar'
import type { MakePicture } from './picture-maker'
import type { PhoneSeal } from './sealing/phone-seal'
import type { Seal } from './sealing/seal'
import type { ReadTableFile } from './table-reader'
import type { WriteTableFile } from './table-writer'
import type { WechatLogin } from './wechat-login'
import type { DrawWechatCode } from './wechat/codes'
import type { CheckText } from './wechat/text-check'

/** The outside world, each part behind a port of its own. */
export interface Gateways {
  readonly wechatLogin: WechatLogin
  readonly holidays: HolidayCalendarSource
  /** Without it no phone number is taken. */
  readonly phoneSeal?: PhoneSeal | null
  /** Without it what residents write waits for staff to judge it. */
  readonly checkText?: CheckText
  /** Without it posters have plain QR codes only. */
  readonly drawCode?: DrawWechatCode | null
  /** Of the mini-program, as other programs of WeChat link to it. */
  readonly wechatAppId?: string | null
  /** Opens the keys of screens and tickets; without it they lie open. */
  readonly keySeal?: Seal | null
  /** On the server alone, where desks are. */
  readonly readTableFile?: ReadTableFile
  readonly writeTableFile?: WriteTableFile
  readonly makePicture?: MakePicture
}
