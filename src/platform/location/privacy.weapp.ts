import Taro from '@tarojs/taro'

/** Whether WeChat has this resident's consent to the privacy rules; older WeChat versions ask for none. */
export function privacyAgreed(): Promise<boolean> {
  if (!Taro.canIUse('getPrivacySetting')) return Promise.resolve(true)
  return new Promise((resolve) => {
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(!needAuthorization),
      fail: () => resolve(false),
    })
  })
}

/** Opens the privacy rules as they were filed with WeChat. */
export function openPrivacyRules(): void {
  void Taro.openPrivacyContract({})
}

/** WeChat keeps the privacy rules that were filed with it. */
export const hasPrivacyRules = true
