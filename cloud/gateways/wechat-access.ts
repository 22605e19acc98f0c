import { number, object, optional, safeParse, string, type InferOutput } from 'valibot'

/** An account with WeChat's open platform. */
export interface WechatAccount {
  readonly appId: string
  readonly appSecret: string
}

/** What WeChat answers: JSON, a picture, or nothing that could be read; then whether the call arrived is not known. */
export type WechatReply =
  | { readonly kind: 'json'; readonly body: WechatJson }
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly mime: string }
  | { readonly kind: 'lost' }

/** A call on behalf of the account; `null` where no access token was to be had, so that nothing was asked for. */
export type AskWechat = (path: string, body: object) => Promise<WechatReply | null>

const json = object({
  errcode: optional(number()),
  errmsg: optional(string()),
  access_token: optional(string()),
  /** Seconds. */
  expires_in: optional(number()),
})
export type WechatJson = InferOutput<typeof json>

const PATIENCE_MS = 5_000
/** Before its end a token is renewed: 5 minutes, during which WeChat honours the old and the new one. */
const RENEWED_BEFORE_MS = 300_000
/** The token is wrong, or over: nothing was done, and the next call asks for a new one. */
const TOKEN_OVER: readonly number[] = [40001, 40014, 42001]

/**
 * WeChat's server API with the account's access token, which all gateways of a process share.
 * Its documentation: 获取稳定版接口调用凭据.
 */
export function wechatAccessWith(account: WechatAccount): AskWechat {
  let known: { readonly token: string; readonly until: number } | null = null
  const accessToken = async (): Promise<string | null> => {
    if (known !== null && Date.now() < known.until) return known.token
    const reply = await ask('cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.appSecret,
    })
    if (reply.kind !== 'json' || reply.body.access_token === undefined) return null
    const { access_token: token, expires_in: seconds = 0 } = reply.body
    known = { token, until: Date.now() + seconds * 1000 - RENEWED_BEFORE_MS }
    return token
  }
  return async (path, body) => {
    const token = await accessToken()
    if (token === null) return null
    const reply = await ask(`${path}?access_token=${token}`, body)
    if (reply.kind !== 'json' || !TOKEN_OVER.includes(reply.body.errcode ?? 0)) return reply
    known = null
    return null
  }
}

async function ask(path: string, body: object): Promise<WechatReply> {
  const response = await fetch(`https://api.weixin.qq.com/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  if (response === null) return { kind: 'lost' }
  const mime = response.headers.get('content-type')?.split(';')[0] ?? ''
  if (mime.startsWith('image/')) {
    const bytes = await response.arrayBuffer().catch(() => null)
    return bytes === null ? { kind: 'lost' } : { kind: 'picture', bytes: Buffer.from(bytes), mime }
  }
  const parsed = safeParse(json, await response.json().catch(() => null))
  return parsed.success ? { kind: 'json', body: parsed.output } : { kind: 'lost' }
}
