import { number, object, optional, safeParse, string } from 'valibot'
import type { TextVerdict } from '../../../core/domain/me/suggestion'
import { accessTokenOf, isTokenOver, type AccessToken, type WechatAccount } from './access-token'
import { askWechat } from './ask-wechat'

/** A text that a resident wrote, and the account it comes from; `null` for somebody without a WeChat account. */
export interface WrittenText {
  readonly openid: string | null
  readonly content: string
}

/** `security.msgSecCheck`, second version. It does not throw: no answer is a verdict of its own. */
export type CheckText = (text: WrittenText) => Promise<TextVerdict>

/** WeChat checks no longer text. */
export const LONGEST_CHECKED = 2_500
/** Calls a minute that a mini-program may make. */
export const CALLS_A_MINUTE = 4_000

/** invalid openid · 场景值错误 · appid 与 openid 不匹配 · content size out of limit · 用户未在近两小时访问小程序. */
const UNCHECKABLE: readonly number[] = [40003, 40129, 43104, 45002, 61010]

/** 评论: what is written under somebody's own name for others to read. */
const SCENE = 2
const VERSION = 2

const reply = object({
  errcode: optional(number()),
  /** `pass`, `review` or `risky`. */
  result: optional(object({ suggest: string() })),
})

/** What WeChat's answer means; an unknown code may be gone in a minute. */
export function verdictOf(errcode: number, suggest: string | undefined): TextVerdict {
  if (errcode !== 0) return UNCHECKABLE.includes(errcode) ? 'uncheckable' : 'unreachable'
  // A word that is not documented is for a person to judge.
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review'
}

/** WeChat's own service. Its documentation: 文本内容安全识别, POST /wxa/msg_sec_check. */
export function textCheckWith(
  account: WechatAccount,
  accessToken: AccessToken = accessTokenOf(account),
): CheckText {
  return async ({ openid, content }) => {
    if (openid === null || [...content].length > LONGEST_CHECKED) return 'uncheckable'
    const token = await accessToken.get()
    if (token === null) return 'unreachable'
    const answer = safeParse(
      reply,
      await askWechat(`wxa/msg_sec_check?access_token=${token}`, {
        openid,
        scene: SCENE,
        version: VERSION,
        content,
      }),
    )
    if (!answer.success || answer.output.errcode === undefined) return 'unreachable'
    if (isTokenOver(answer.output.errcode)) accessToken.giveUp(token)
    return verdictOf(answer.output.errcode, answer.output.result?.suggest)
  }
}

/** Where no account is configured, as in a demonstration, nobody but staff can judge a text. */
export const textCheckWithout: CheckText = () => Promise.resolve('uncheckable')

export const textCheckFor = (account: WechatAccount | null): CheckText =>
  account === null ? textCheckWithout : textCheckWith(account)
