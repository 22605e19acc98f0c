import type { Host } from '../../host'
import { NavigationRefused, type PageStack } from '../../stack/page-stack'
import { answering, note, noted, WxRefusal, type Options, type WxMembers } from '../answer'

/** Going from page to page, and the bars around a page. */
export function navigationMembers(host: Host, stack: PageStack): WxMembers {
  const going = (name: string, go: (options: Options) => void): WxMembers => {
    const answer = answering(host, name, (options) => {
      note(host, name, options)
      const { packageOf } = host.appPackage
      const needed = packageOf(urlOf(options).replace(/^\//, ''))
      if (host.phone.unfetched.has(needed) && !host.phone.network.isOnline())
        throw new WxRefusal('load subpackage fail')
      try {
        go(options)
      } catch (error) {
        if (!(error instanceof NavigationRefused)) throw error
        // A door that leads nowhere is never right in a finished app.
        host.fault(`wx.${name} ${String(options['url'] ?? '')}: ${error.message}`)
        throw new WxRefusal(error.message)
      }
    })
    const ask = (options?: Options): unknown => {
      host.record.askedToGo.push(name)
      return answer(options)
    }
    return { [name]: ask }
  }
  const urlOf = (options: Options): string => String(options['url'])
  const bars = [
    'setNavigationBarColor',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'pageScrollTo',
    'hideHomeButton',
  ]
  const tabBar = [
    'showTabBar',
    'hideTabBar',
    'setTabBarItem',
    'setTabBarStyle',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
  ]
  const notices = [
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
  ]
  const pulls = [
    'startPullDownRefresh',
    'stopPullDownRefresh',
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
  ]
  return {
    ...going('navigateTo', (options) => stack.navigateTo(urlOf(options))),
    ...going('redirectTo', (options) => stack.redirectTo(urlOf(options))),
    ...going('switchTab', (options) => stack.switchTab(urlOf(options))),
    ...going('reLaunch', (options) => stack.reLaunch(urlOf(options))),
    ...going('navigateBack', (options) => stack.navigateBack(Number(options['delta'] ?? 1))),
    setNavigationBarTitle: answering(host, 'setNavigationBarTitle', (options) => {
      stack.top().title = String(options['title'])
    }),
    ...Object.assign({}, ...[...bars, ...tabBar, ...notices, ...pulls].map((name) => noted(host, name))),
  }
}
