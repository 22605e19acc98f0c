import { number, object, optional, safeParse, string } from 'valibot'
import type { MessageAbout } from '../../core/contract/registration/message'
import type { SendingOutcome } from '../../core/domain/registration/messages/dispatch'
import type { NoticeKind, Template } from '../../core/domain/registration/messages/notice'
import { parseInstant, shanghaiDay, clockText, minuteOfDay } from '../../core/kernel/shanghai-time'

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
export interface MessageAccount {
  readonly appId: string
  readonly appSecret: string
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
  const place = about.change?.place ?? about.place
  return {
    thing1: { value: cut(about.title) },
    time2: { value: `${year}年${month}月${day}日 ${clockText(minuteOfDay(startsAt))}` },
    thing3: { value: cut(place) },
    character_string4: { value: about.number },
    thing5: { value: TIP[kind] },
  }
}

const cut = (text: string): string => {
  const signs = [...text]
  return signs.length <= LONGEST_THING ? text : `${signs.slice(0, LONGEST_THING - 1).join('')}…`
}

const reply = object({
  errcode: optional(number()),
  errmsg: optional(string()),
  access_token: optional(string()),
  /** Seconds. */
  expires_in: optional(number()),
})
const PATIENCE_MS = 5_000
/** Before its end a token is renewed: 5 minutes, during which WeChat honours the old and the new one. */
const RENEWED_BEFORE_MS = 300_000
/** The token is wrong, or over: nothing was sent, and the next round asks for a new one. */
const TOKEN_OVER: readonly number[] = [40001, 40014, 42001]

/** WeChat's own service. Its documentation: 发送订阅消息, and 获取稳定版接口调用凭据 for the token. */
export function wechatMessagesWith(
  account: MessageAccount & { templateIds: TemplateIds },
): SendWechatMessage {
  let known: { readonly token: string; readonly until: number } | null = null
  const accessToken = async (): Promise<string | null> => {
    if (known !== null && Date.now() < known.until) return known.token
    const answer = await ask('cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.appSecret,
    })
    if (answer?.access_token === undefined) return null
    known = {
      token: answer.access_token,
      until: Date.now() + (answer.expires_in ?? 0) * 1000 - RENEWED_BEFORE_MS,
    }
    return known.token
  }
  return async ({ openid, template, page, ...message }) => {
    const token = await accessToken()
    if (token === null) return 'over-quota'
    const answer = await ask(`cgi-bin/message/subscribe/send?access_token=${token}`, {
      touser: openid,
      template_id: account.templateIds[template],
      page,
      data: fieldsOf(message),
    })
    if (answer?.errcode === undefined) return 'unknown'
    if (!TOKEN_OVER.includes(answer.errcode)) return outcomeOf(answer.errcode)
    known = null
    return 'over-quota'
  }
}

/** Null when no answer came that could be read: whether the call arrived is not known. */
async function ask(path: string, body: object) {
  const response = await fetch(`https://api.weixin.qq.com/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  const json: unknown = response === null ? null : await response.json().catch(() => null)
  const parsed = safeParse(reply, json)
  return parsed.success ? parsed.output : null
}

/** Where no account or no template is configured, as in a demonstration: nothing can be sent, and staff has to call. */
export const wechatMessagesWithout: SendWechatMessage = () => Promise.resolve('no-consent')

/** What an account can send: without approved templates nothing. */
export function wechatMessagesFor(account: MessageAccount | null): SendWechatMessage {
  if (account === null || account.templateIds === null) return wechatMessagesWithout
  return wechatMessagesWith({ ...account, templateIds: account.templateIds })
}
