import Taro from '@tarojs/taro'
import { isSinglePage } from '../start/single-page'
import type { ScanResult } from './scan-result'

/**
 * Opens WeChat's camera. Only the camera: a picture from the album would let a photographed code pass
 * for presence. A 小程序码 is answered as the path that it leads to.
 */
export async function scan(): Promise<ScanResult> {
  if (isSinglePage) return { kind: 'cancelled' }
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true })
    return { kind: 'scanned', text: path || result }
  } catch (failure) {
    const message = (failure as { errMsg?: unknown })?.errMsg
    if (typeof message !== 'string') throw failure
    return { kind: message.includes('cancel') ? 'cancelled' : 'unavailable' }
  }
}

export const canScan = true
