import { accept, refuse } from '../../core/kernel/result'
import type { WechatLogin } from './wechat-login'

/** Answers as WeChat documents it: each code is good once, an unknown code is refused. */
export function fakeWechatLogin(openidByCode: Readonly<Record<string, string>>): WechatLogin {
  const used = new Set<string>()
  return (code) => {
    const openid = Object.hasOwn(openidByCode, code) ? openidByCode[code] : undefined
    if (openid === undefined || used.has(code)) return Promise.resolve(refuse('wechat_code_rejected'))
    used.add(code)
    return Promise.resolve(accept({ openid }))
  }
}
