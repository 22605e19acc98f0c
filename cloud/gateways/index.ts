import type { HolidayCalendarSource } from './holiday-calendar'
import type { PhoneSeal } from './phone-seal'
import type { Seal } from './seal'
import type { WechatLogin } from './wechat-login'

/** The outside world, each part behind a port of its own. */
export interface Gateways {
  readonly wechatLogin: WechatLogin
  readonly holidays: HolidayCalendarSource
  /** Without it no phone number is taken. */
  readonly phoneSeal?: PhoneSeal | null
  /** Opens the keys of screens and tickets; without it they lie open. */
  readonly keySeal?: Seal | null
}
