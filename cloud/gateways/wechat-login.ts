import { createHash } from 'node:crypto'
import { nonEmpty, number, object, optional, pipe, safeParse, string } from 'valibot'
import { accept, refuse, type Result } from '../../core/kernel/result'

/** `code2Session`: exchanges the one-time code of `wx.login` for the account's OPENID. */
export type WechatLogin = (code: string) => Promise<Result<{ openid: string }, 'wechat_code_rejected'>>

const sessionReply = object({
  openid: optional(pipe(string(), nonEmpty())),
  errcode: optional(number()),
  errmsg: optional(string()),
})

/** invalid code · code used before · blocked account: the resident's phone must ask WeChat for a new code. */
const REJECTED_CODES = new Set([40029, 40163, 40226])
const PATIENCE_MS = 5_000

/** WeChat's own service. Its documentation: 小程序登录 / code2Session. */
export const wechatLoginWith =
  (account: { appId: string; appSecret: string }): WechatLogin =>
  async (code) => {
    const query = new URLSearchParams({
      appid: account.appId,
      secret: account.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    })
    const response = await fetch(`https://api.weixin.qq.com/sns/jscode2session?${query.toString()}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const parsed = safeParse(sessionReply, await response.json())
    if (!parsed.success) throw new Error('WeChat answered code2Session in an unknown form')
    const { openid, errcode } = parsed.output
    if (openid !== undefined) return accept({ openid })
    if (errcode !== undefined && REJECTED_CODES.has(errcode)) return refuse('wechat_code_rejected')
    throw new Error(`WeChat refused code2Session with error ${errcode ?? 'unknown'}`)
  }

/** Where no WeChat account is configured, as in functions, which WeChat itself tells who calls: no code is ever right. */
export const wechatLoginWithout: WechatLogin = () => Promise.resolve(refuse('wechat_code_rejected'))

const DEMO_RESIDENTS = 9999
/** So many characters of a code stay the same longest while WeChat DevTools makes one after the other. */
const CODE_BEGINNING = 4

/**
 * A demonstration: whatever code the phone brings, somebody made up signs in, whom `demoUser` knows as `resident-1` …
 * `resident-9999`. The same beginning of a code is the same person.
 */
const wechatLoginOfDemo: WechatLogin = (code) => {
  const number = createHash('sha256').update(code.slice(0, CODE_BEGINNING)).digest().readUInt32BE()
  return Promise.resolve(accept({ openid: `demo:resident-${1 + (number % DEMO_RESIDENTS)}` }))
}

/** How codes of `wx.login` are judged by a server: by WeChat where it has an account, made up in a demonstration only. */
export function wechatLoginFor(server: {
  readonly isDemo: boolean
  readonly wechat: { readonly appId: string; readonly appSecret: string } | null
}): WechatLogin {
  if (server.wechat !== null) return wechatLoginWith(server.wechat)
  return server.isDemo ? wechatLoginOfDemo : wechatLoginWithout
}
