import type { MouseEvent } from 'react'
import { knowsWords } from '../../../core/kernel/line-breaks'
import { classNames } from '../elements/class-names'
import { Tappable, Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { TabNavProps, TopBarProps, WayHomeProps } from './bar-props'
import { GO_HOME, PAGE } from '../../text/page'
import { ME } from '../../text/me/menu'
import './bars.scss'

export function TopBar({ title, onBack, home }: TopBarProps) {
  return (
    <header className="top-bar">
      <a className="skip" href="#content" onClick={skipBars}>
        {PAGE.skip}
      </a>
      {onBack === null ? null : (
        <Tappable className="tappable top-bar__back" onTap={onBack} label={PAGE.back}>
          <Icon name="chevron-left" size="large" />
        </Tappable>
      )}
      <Text className={classNames('top-bar__title', knowsWords && 'line-units')}>{title}</Text>
      {home === null ? null : (
        <Tappable className="tappable top-bar__home" to={home} label={GO_HOME}>
          <Icon name="house" size="large" />
        </Tappable>
      )}
    </header>
  )
}

/** Pages further down the stack stay in the document, hidden. */
function skipBars(click: MouseEvent): void {
  click.preventDefault()
  const shown = Array.from(document.querySelectorAll<HTMLElement>('main')).find(
    (main) => main.getClientRects().length > 0,
  )
  if (shown === undefined) return
  shown.tabIndex = -1
  shown.focus()
}

/** A browser has the way home in its bar. */
export const WayHome = (_: WayHomeProps) => null

export function TabNav({ tabs }: TabNavProps) {
  return (
    <nav className="tab-nav" aria-label={PAGE.tabs}>
      {tabs.map(({ to, text, icon, current, unread }) => (
        <Tappable
          key={to}
          className={classNames('tappable tab-nav__tab', current && 'tab-nav__tab--current')}
          to={to}
          chosen={current}
          {...(unread === 0 ? {} : { label: `${text}，${ME.unread(unread)}` })}
        >
          <View className={classNames(unread > 0 && 'dotted')}>
            <Icon name={icon} size="large" />
          </View>
          {text}
        </Tappable>
      ))}
    </nav>
  )
}
