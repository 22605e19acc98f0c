import { number, object, optional, safeParse } from 'valibot'
import { accessTokenOf, isTokenOver, type AccessToken, type WechatAccount } from './access-token'
import { askWechatForPicture, type WechatPicture } from './ask-wechat'

/** A 小程序码: the page that it opens, and what it hands to that page. */
export interface WechatCodeRequest {
  /** Path of a page, without a slash before it and without a query. */
  readonly page: string
  readonly scene: string
  /** Pixels, 280 to 1280. */
  readonly width: number
}

export type WechatCode =
  | ({ readonly kind: 'picture' } & WechatPicture)
  /** WeChat will not draw this one: page, scene or width. */
  | { readonly kind: 'refused'; readonly errcode: number }
  /** Not now: a limit, a busy system, no network. A later try may do. */
  | { readonly kind: 'later' }

/** `wxacode.getUnlimited`; it does not throw. A code that was drawn is good for ever. */
export type DrawWechatCode = (request: WechatCodeRequest) => Promise<WechatCode>

/** What a `scene` can carry: at most 32 of these. */
export const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/
export const WIDTHS = { least: 280, most: 1280 } as const

/** 45009: more than 5,000 calls a minute. -1: busy. 45011: too fast. */
export const TRY_LATER: readonly number[] = [45009, 45011, -1]
/** 41030: no such page. 40169, 40129: `scene` too long, or with other characters. 40097: another argument. */
export const REFUSALS = { page: 41030, sceneLength: 40169, sceneCharacters: 40129, argument: 40097 } as const

/**
 * `check_path: false`: before the release WeChat knows none of our pages. The price is a limit of 60,000
 * different pages; we name two: where codes land, and an activity.
 */
export const requestOf = ({ page, scene, width }: WechatCodeRequest) =>
  ({ page, scene, width, check_path: false, env_version: 'release' }) as const

export const refusedWith = (errcode: number): WechatCode =>
  TRY_LATER.includes(errcode) ? { kind: 'later' } : { kind: 'refused', errcode }

const failure = object({ errcode: optional(number()) })

/** WeChat's own service. Its documentation: 获取不限制的小程序码. */
export const wechatCodesWith =
  (account: WechatAccount, accessToken: AccessToken = accessTokenOf(account)): DrawWechatCode =>
  async (request) => {
    const token = await accessToken.get()
    if (token === null) return { kind: 'later' }
    const answer = await askWechatForPicture(
      `wxa/getwxacodeunlimit?access_token=${token}`,
      requestOf(request),
    )
    if ('picture' in answer) return { kind: 'picture', ...answer.picture }
    const parsed = safeParse(failure, answer.reply)
    const errcode = parsed.success ? parsed.output.errcode : undefined
    if (errcode === undefined) return { kind: 'later' }
    if (!isTokenOver(errcode)) return refusedWith(errcode)
    accessToken.giveUp(token)
    return { kind: 'later' }
  }

/** Where no account is configured, as in a demonstration, there are plain QR codes only. */
export const wechatCodesFor = (
  account: WechatAccount | null,
  accessToken?: AccessToken,
): DrawWechatCode | null => (account === null ? null : remembering(wechatCodesWith(account, accessToken)))

/** Pictures kept in memory, the oldest forgotten first: the same code is asked for by everybody who opens a page. */
const REMEMBERED = 200

/** What was refused or failed is not asked for again so soon: a poster that many open would spend WeChat's limit. */
const REST_MS = 60_000

interface Known {
  readonly drawing: Promise<WechatCode>
  /** From when on it is asked for again. */
  until: number
}

/**
 * Asks for each picture once; for what was refused or failed again after a minute.
 * @param clock milliseconds, in any count
 */
export function remembering(
  draw: DrawWechatCode,
  most: number = REMEMBERED,
  clock: () => number = () => performance.now(),
): DrawWechatCode {
  const known = new Map<string, Known>()
  return (request) => {
    const key = JSON.stringify(requestOf(request))
    const before = known.get(key)
    if (before !== undefined && clock() < before.until) return before.drawing
    known.delete(key)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    const asked: Known = { drawing: draw(request), until: Infinity }
    known.set(key, asked)
    return asked.drawing.then((code) => {
      if (code.kind !== 'picture') asked.until = Math.min(asked.until, clock() + REST_MS)
      return code
    })
  }
}
