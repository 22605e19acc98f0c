import { number, object, optional, safeParse, string } from 'valibot'
import { askWechat } from './ask-wechat'

/** The mini-program in whose name WeChat is called. */
export interface WechatAccount {
  readonly appId: string
  readonly appSecret: string
}

/** 接口调用凭据: what every call of the backend to WeChat carries. */
export interface AccessToken {
  /** One that is good now; null when WeChat gave none, so that nothing can be called. */
  get(): Promise<string | null>
  /** For an answer that called this token wrong or over: the next `get` asks for another one. */
  giveUp(token: string): void
}

const reply = object({
  access_token: optional(string()),
  /** Seconds. */
  expires_in: optional(number()),
})
/** Before its end a token is renewed: 5 minutes, during which WeChat honours the old and the new one. */
const RENEWED_BEFORE_MS = 300_000
/** invalid credential · invalid access_token · access_token expired. Nothing was done by such a call. */
const TOKEN_OVER: readonly number[] = [40001, 40014, 42001]

export const isTokenOver = (errcode: number): boolean => TOKEN_OVER.includes(errcode)

/** Asked for once, kept until shortly before its end. WeChat's documentation: 获取稳定版接口调用凭据. */
export function accessTokenOf(account: WechatAccount): AccessToken {
  let known: { readonly token: string; readonly until: number } | null = null
  return {
    async get() {
      if (known !== null && Date.now() < known.until) return known.token
      const answer = safeParse(
        reply,
        await askWechat('cgi-bin/stable_token', {
          grant_type: 'client_credential',
          appid: account.appId,
          secret: account.appSecret,
        }),
      )
      if (!answer.success || answer.output.access_token === undefined) return null
      const { access_token: token, expires_in: seconds = 0 } = answer.output
      known = { token, until: Date.now() + seconds * 1000 - RENEWED_BEFORE_MS }
      return token
    },
    giveUp(token) {
      // eslint-disable-next-line no-restricted-syntax -- both are ours: which of two WeChat gave us is not to be guessed
      if (known?.token === token) known = null
    },
  }
}
