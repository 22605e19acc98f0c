import Taro from '@tarojs/taro'
import type { Credential } from './credential-kinds'

/** WeChat's one-time login code; `null` when WeChat gives none (no network, Moments' single page). */
export async function credential(): Promise<Credential | null> {
  try {
    const { code } = await Taro.login()
    return code ? { wechatCode: code } : null
  } catch (failure) {
    if (typeof (failure as { errMsg?: unknown })?.errMsg === 'string') return null
    throw failure
  }
}
