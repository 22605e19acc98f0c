import type { TabLink } from '../../components/bars/bar-props'
import { routes } from '../../platform/navigate/routes'
import { TAB_NAMES } from '../../text/parts'

/** The four tabs; app.config lists the same for WeChat, which draws its own bar. */
const TABS = [
  { to: routes.home, text: TAB_NAMES.home, icon: 'house' },
  { to: routes.lifeCircle, text: TAB_NAMES.lifeCircle, icon: 'target' },
  { to: routes.activities, text: TAB_NAMES.activities, icon: 'calendar-days' },
  { to: routes.me, text: TAB_NAMES.me, icon: 'user-round' },
] as const

export const tabLinks = (current: string): readonly TabLink[] =>
  TABS.map((tab) => ({ ...tab, current: tab.to === current }))
