import type { ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { Tappable, Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './nav-row.scss'

interface NavRowProps {
  readonly icon: IconName
  readonly title: string
  readonly hint?: string
  /** Something in there was not read yet; the hint says so in words. */
  readonly dot?: boolean
  readonly to?: string
  readonly onTap?: () => void
}

/** A way on: what is behind it, and an arrow. */
export function NavRow({ icon, title, hint, dot = false, to, onTap }: NavRowProps) {
  return (
    <Tappable
      className="tappable nav-row"
      to={to}
      onTap={onTap}
      label={hint === undefined ? title : `${title}，${hint}`}
    >
      <View className={classNames('nav-row__icon', dot && 'dotted')}>
        <Icon name={icon} size="large" />
      </View>
      <View className="nav-row__words">
        <Text className="nav-row__title">{title}</Text>
        {hint === undefined ? null : <Text className="nav-row__hint">{hint}</Text>}
      </View>
      <Icon name="chevron-right" />
    </Tappable>
  )
}

/** Rows one under the other, on one sheet. */
export function NavRows({ children }: { readonly children: ReactNode }) {
  return <View className="nav-rows">{children}</View>
}
