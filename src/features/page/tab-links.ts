import type { TabLink } from '../../components/bars/bar-props'
import { routes } from '../../platform/navigate/routes'

/** The four tabs; app.config lists the same for WeChat, which draws its own bar. */
const TABS = [
  { to: routes.home, text: '首页', icon: 'house' },
  { to: routes.lifeCircle, text: '生活圈', icon: 'target' },
  { to: routes.activities, text: '活动', icon: 'calendar-days' },
  { to: routes.me, text: '我的', icon: 'user-round' },
] as const

export const tabLinks = (current: string): readonly TabLink[] =>
  TABS.map((tab) => ({ ...tab, current: tab.to === current }))
