import Taro from '@tarojs/taro'
import type { OfferedCredential } from './credential-kinds'

/** WeChat's one-time login code; `unreachable` when WeChat gives none (no network, Moments' single page). */
export async function credential(): Promise<OfferedCredential> {
  try {
    const { code } = await Taro.login()
    return code ? { wechatCode: code } : null
  } catch (failure) {
    if (typeof (failure as { errMsg?: unknown })?.errMsg === 'string') return 'unreachable'
    throw failure
  }
}
