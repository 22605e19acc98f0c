import { GO_HOME } from '../../text/page'
import { NavRow, NavRows } from '../rows/nav-row'
import type { TabNavProps, TopBarProps, WayHomeProps } from './bar-props'

/** WeChat draws both bars itself, from app.config. */
export const TopBar = (_: TopBarProps) => null
export const TabNav = (_: TabNavProps) => null

/** WeChat's own bar has a house only on some pages, and a small one: a row says it in words. */
export const WayHome = ({ home }: WayHomeProps) => (
  <NavRows>
    <NavRow icon="house" title={GO_HOME} to={home} />
  </NavRows>
)
