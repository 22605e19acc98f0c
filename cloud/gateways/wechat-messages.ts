import { number, object, optional, safeParse } from 'valibot'
import type { MessageAbout } from '../../core/contract/registration/message'
import { placeNow } from '../../core/domain/activity/change'
import type { SendingOutcome } from '../../core/domain/registration/messages/delivery'
import type { NoticeKind, Template } from '../../core/domain/registration/messages/notice'
import { parseInstant, shanghaiDay, clockText, minuteOfDay } from '../../core/kernel/shanghai-time'
import { accessTokenOf, isTokenOver, type AccessToken, type WechatAccount } from './wechat/access-token'
import { askWechat } from './wechat/ask-wechat'

/** One subscribe message to one WeChat account. */
export interface WechatMessage {
  readonly openid: string
  readonly template: Template
  readonly kind: NoticeKind
  readonly about: MessageAbout
  /** Page that a tap opens, inside the mini-program. */
  readonly page: string
}

export type TemplateIds = Readonly<Record<Template, string>>

/** Who sends. */
export interface MessageAccount extends WechatAccount {
  /** Of the subscribe messages; `null` until WeChat has approved them: nothing is sent, and staff calls. */
  readonly templateIds: TemplateIds | null
}

/** `subscribeMessage.send`. An answer that was lost, or never came, is `unknown`; it does not throw. */
export type SendWechatMessage = (message: WechatMessage) => Promise<SendingOutcome>

/** 用户拒绝接受消息: refused, or no consent left. */
export const NO_CONSENT = 43101
/** 模板参数不准确: a field is missing, empty or too long. */
export const MALFORMED = 47003
/** Limits on calls: per day, per minute, per template and user; also a busy system. None of them sent anything. */
export const OVER_QUOTA: readonly number[] = [45009, 45011, 45047, -1]

/** WeChat's error code as what it means for the outbox; an unknown code may hide a message that went out. */
export function outcomeOf(errcode: number): SendingOutcome {
  if (errcode === 0) return 'sent'
  if (errcode === NO_CONSENT) return 'no-consent'
  return OVER_QUOTA.includes(errcode) ? 'over-quota' : REFUSED.has(errcode) ? 'malformed' : 'unknown'
}

/** Codes with which WeChat refuses a message for good: parameters, template id, OPENID, page. */
const REFUSED = new Set([MALFORMED, 40003, 40037, 41030])

/** A field of a subscribe message, `thing`: at most 20 characters, never empty. */
export const LONGEST_THING = 20
/** `character_string`: at most 32 letters, digits and signs. */
export const CHARACTER_STRING = /^[\x21-\x7e]{1,32}$/
/** `time`: as people write it, for example 2026年11月28日 9:00. */
export const TIME = /^\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d{2}$/

export type TemplateFields = Readonly<
  Record<'thing1' | 'time2' | 'thing3' | 'character_string4' | 'thing5', { value: string }>
>

const TIP: Readonly<Record<NoticeKind, string>> = {
  promoted: '给您留好了；不能来请点取消',
  'seats-free': '有空位了，先点先得，请点开看',
  'no-longer-fits': '名额改少了，您这一组坐不下了',
  changed: '安排有变动，请点开看看',
  withdrawn: '活动取消了，不用再来',
  reminder: '明天见；不能来请点取消',
  lapsed: '这次没有等到名额',
  double: '有一位家人报了两次，请取消一次',
  'left-alone': '孩子没有大人陪了，名额已取消',
}

/** The five fields that all three templates have: 活动 · 时间 · 地点 · 报名号 · 温馨提示, cut to what WeChat takes. */
export function fieldsOf({ kind, about }: Pick<WechatMessage, 'kind' | 'about'>): TemplateFields {
  const startsAt = parseInstant(about.startsAt)
  const [year, month, day] = shanghaiDay(startsAt).split('-').map(Number)
  const { place } = placeNow(about.place, about.change)
  return {
    thing1: { value: cut(about.title) },
    time2: { value: `${year}年${month}月${day}日 ${clockText(minuteOfDay(startsAt))}` },
    thing3: { value: cut(place) },
    // A field is never empty; volunteers have no number.
    character_string4: { value: about.number === '' ? '-' : about.number },
    thing5: { value: TIP[kind] },
  }
}

const cut = (text: string): string => {
  const signs = [...text]
  return signs.length <= LONGEST_THING ? text : `${signs.slice(0, LONGEST_THING - 1).join('')}…`
}

const reply = object({ errcode: optional(number()) })

/** WeChat's own service. Its documentation: 发送订阅消息. */
export function wechatMessagesWith(
  account: MessageAccount & { templateIds: TemplateIds },
  accessToken: AccessToken = accessTokenOf(account),
): SendWechatMessage {
  return async ({ openid, template, page, ...message }) => {
    const token = await accessToken.get()
    if (token === null) return 'over-quota'
    const answer = safeParse(
      reply,
      await askWechat(`cgi-bin/message/subscribe/send?access_token=${token}`, {
        touser: openid,
        template_id: account.templateIds[template],
        page,
        data: fieldsOf(message),
      }),
    )
    if (!answer.success || answer.output.errcode === undefined) return 'unknown'
    if (!isTokenOver(answer.output.errcode)) return outcomeOf(answer.output.errcode)
    accessToken.giveUp(token)
    return 'over-quota'
  }
}

/** Where no account or no template is configured, as in a demonstration: nothing can be sent, and staff has to call. */
export const wechatMessagesWithout: SendWechatMessage = () => Promise.resolve('no-consent')

/** What an account can send: without approved templates nothing. */
export function wechatMessagesFor(account: MessageAccount | null): SendWechatMessage {
  if (account === null || account.templateIds === null) return wechatMessagesWithout
  return wechatMessagesWith({ ...account, templateIds: account.templateIds })
}
