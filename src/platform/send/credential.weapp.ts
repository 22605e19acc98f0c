import Taro from '@tarojs/taro'
import type { OfferedCredential } from './credential-kinds'

/** Who is not signed in here is in WeChat already. */
export const isInWechat = true as boolean

/** WeChat's one-time login code. */
export async function credential(): Promise<OfferedCredential> {
  try {
    const { code } = await Taro.login()
    return code ? { wechatCode: code } : 'refused'
  } catch (failure) {
    const { errMsg } = Object(failure) as { errMsg?: unknown }
    if (typeof errMsg !== 'string') throw failure
    return SAYS_NO_NETWORK.test(errMsg) || !(await isOnline()) ? 'unreachable' : 'refused'
  }
}

/** As Chromium and WeChat's own network layer word it; the numbers differ from phone to phone. */
const SAYS_NO_NETWORK = /ERR_(?:INTERNET|NETWORK|NAME|CONNECTION|TIMED)|timeout|timed? out|network/i

/** A phone that cannot tell counts as connected. */
async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none'
  } catch (failure) {
    if (typeof (Object(failure) as { errMsg?: unknown }).errMsg === 'string') return true
    throw failure
  }
}
