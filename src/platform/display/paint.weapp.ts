import Taro from '@tarojs/taro'
import { PALETTES } from '../../theme/tokens'
import type { Theme } from './display-reading'

/** Pictures of the tab bar, in its order. */
const TABS = ['home', 'life-circle', 'activities', 'me']

/** From the first choice on: WeChat itself paints by the phone's theme, until it was ignoreRefusal otherwise. */
let ours = false

/** WeChat's own bars and grounds around the page on top, in the theme that was chosen. */
export function paintBars(theme: Theme, chosen: boolean, tab: boolean): void {
  ours ||= chosen
  if (!ours) return
  const { paper, card, brand, 'ink-soft': soft } = PALETTES[theme]
  const dark = theme === 'dark'
  ignoreRefusal(
    Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor: paper }),
  )
  ignoreRefusal(
    Taro.setBackgroundColor({
      backgroundColor: paper,
      backgroundColorTop: paper,
      backgroundColorBottom: paper,
    }),
  )
  ignoreRefusal(Taro.setBackgroundTextStyle({ textStyle: dark ? 'light' : 'dark' }))
  if (!tab) return
  ignoreRefusal(
    Taro.setTabBarStyle({
      color: soft,
      selectedColor: brand,
      backgroundColor: card,
      borderStyle: dark ? 'black' : 'white',
    }),
  )
  TABS.forEach((name, index) => {
    const picture = `/theme/tab-bar/${theme}/${name}`
    ignoreRefusal(
      Taro.setTabBarItem({ index, iconPath: `${picture}-off.png`, selectedIconPath: `${picture}-on.png` }),
    )
  })
}

/** Refused while another page is on its way in: that one paints its own. */
function ignoreRefusal(painted: Promise<unknown>): void {
  painted.catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.includes('fail')) throw failure
  })
}
