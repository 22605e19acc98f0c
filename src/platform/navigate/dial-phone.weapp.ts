import Taro from '@tarojs/taro'
import { isSinglePage } from '../start/single-page'

/** Opens the dialler with the number filled in; the resident presses call, or goes back. */
export function dialPhone(number: string): void {
  if (isSinglePage) return
  Taro.makePhoneCall({ phoneNumber: number }).catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.includes('cancel')) throw failure
  })
}
