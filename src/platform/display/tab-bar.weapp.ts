import Taro from '@tarojs/taro'

let visible = true

/** WeChat draws the tab bar; its text cannot grow, so the elder edition goes without it. */
export function showTabBar(wanted: boolean): void {
  if (wanted === visible) return
  visible = wanted
  const shown = wanted ? Taro.showTabBar() : Taro.hideTabBar()
  shown.catch((failure: { errMsg?: string }) => {
    // Refused while another page is on its way in: the next page with a tab bar asks again.
    if (!failure.errMsg?.includes('fail')) throw failure
    visible = !wanted
  })
}

let marked = false

/** @param index from 0 @param wanted whether a red dot stands at its icon */
export function markTab(index: number, wanted: boolean): void {
  if (wanted === marked) return
  marked = wanted
  const shown = wanted ? Taro.showTabBarRedDot({ index }) : Taro.hideTabBarRedDot({ index })
  shown.catch((failure: { errMsg?: string }) => {
    // Refused while another page is on its way in, or where there is no bar: the next page with one asks again.
    if (!failure.errMsg?.includes('fail')) throw failure
    marked = !wanted
  })
}
