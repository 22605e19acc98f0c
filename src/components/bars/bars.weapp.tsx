import type { TabNavProps, TopBarProps } from './bar-props'

/** WeChat draws both bars itself, from app.config. */
export const TopBar = (_: TopBarProps) => null
export const TabNav = (_: TabNavProps) => null
