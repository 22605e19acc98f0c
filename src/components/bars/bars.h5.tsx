import { classNames } from '../class-names'
import { Tappable, Text } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { TabNavProps, TopBarProps } from './bar-props'
import { PARTS } from '../../text/parts'
import './bars.scss'

export function TopBar({ title, onBack }: TopBarProps) {
  return (
    <header className="top-bar">
      {onBack === null ? null : (
        <Tappable className="tappable top-bar__back" onTap={onBack} label={PARTS.back}>
          <Icon name="chevron-left" size="large" />
        </Tappable>
      )}
      <Text className="top-bar__title">{title}</Text>
    </header>
  )
}

export function TabNav({ tabs }: TabNavProps) {
  return (
    <nav className="tab-nav" aria-label={PARTS.tabs}>
      {tabs.map(({ to, text, icon, current }) => (
        <Tappable
          key={to}
          className={classNames('tappable tab-nav__tab', current && 'tab-nav__tab--current')}
          to={to}
          chosen={current}
        >
          <Icon name={icon} size="large" />
          {text}
        </Tappable>
      ))}
    </nav>
  )
}
