import Taro from '@tarojs/taro'

let visible = true

/** WeChat draws the tab bar; its text cannot grow, so the elder edition goes without it. */
export function showTabBar(wanted: boolean): void {
  if (wanted === visible) return
  visible = wanted
  const act = wanted ? Taro.showTabBar() : Taro.hideTabBar()
  act.catch((failure: { errMsg?: string }) => {
    // Refused while another page is on its way in: the next page with a tab bar asks again.
    if (!failure.errMsg?.includes('fail')) throw failure
    visible = !wanted
  })
}
