import type { ReactNode } from 'react'
import { Tappable, Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './door.scss'

interface DoorProps {
  readonly icon: IconName
  readonly title: string
  readonly hint?: string
  readonly to?: string
  readonly onTap?: () => void
}

/** A way on: what is behind it, and an arrow. */
export function Door({ icon, title, hint, to, onTap }: DoorProps) {
  return (
    <Tappable
      className="tappable door"
      to={to}
      onTap={onTap}
      label={hint === undefined ? title : `${title}，${hint}`}
    >
      <Icon name={icon} size="large" />
      <View className="door__words">
        <Text className="door__title">{title}</Text>
        {hint === undefined ? null : <Text className="door__hint">{hint}</Text>}
      </View>
      <Icon name="chevron-right" />
    </Tappable>
  )
}

/** Doors one under the other, on one sheet. */
export function Doors({ children }: { readonly children: ReactNode }) {
  return <View className="doors">{children}</View>
}
