import type { ReactNode } from 'react'
import { Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './fact-row.scss'

interface FactRowProps {
  readonly icon: IconName
  readonly children: ReactNode
}

/** One fact with its sign in front. */
export function FactRow({ icon, children }: FactRowProps) {
  return (
    <View className="fact">
      <Icon name={icon} />
      <View className="fact__words">{children}</View>
    </View>
  )
}

interface PairProps {
  readonly name: string
  readonly value: string
  /** How sure one can be of it: what nobody verified must not look like a yes. */
  readonly tone?: 'plain' | 'yes' | 'no' | 'unverified'
}

/** A name and its value on one line, one under the other where the text is large. */
export function Pair({ name, value, tone = 'plain' }: PairProps) {
  return (
    <View className="pair">
      <Text className="pair__name">{name}</Text>
      <Text className={`pair__value pair__value--${tone}`}>{value}</Text>
    </View>
  )
}

export function Pairs({ children }: { readonly children: ReactNode }) {
  return <View className="pairs">{children}</View>
}
