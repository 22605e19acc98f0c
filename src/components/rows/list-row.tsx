import type { ReactNode } from 'react'
import { Tappable, Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import './list-row.scss'

interface ListRowProps {
  readonly title: string
  /** Below the title, each on a line of its own. */
  readonly lines: readonly string[]
  /** What a screen reader says in place of what is drawn. */
  readonly label: string
  readonly to?: string
  readonly onTap?: () => void
  /** What stands in the row is open below it; left out where nothing opens. */
  readonly isOpen?: boolean
  /** What a tap does, where that is not to lead on. */
  readonly action?: string
}

/** One of several people or things in a list; without a way on it only says what it is. */
export function ListRow({ title, lines, label, to, onTap, isOpen, action }: ListRowProps) {
  const words = (
    <View className="list-row__words">
      <Text className="list-row__title">{title}</Text>
      {lines.map((line) => (
        <Text key={line} className="soft small">
          {line}
        </Text>
      ))}
    </View>
  )
  if (to === undefined && onTap === undefined) return <View className="list-row">{words}</View>
  return (
    <Tappable className="tappable list-row" to={to} onTap={onTap} chosen={isOpen} label={label}>
      {words}
      {action === undefined ? null : <Text className="soft small">{action}</Text>}
      <Icon name={isOpen === true ? 'x' : 'chevron-right'} />
    </Tappable>
  )
}

/** Rows one under the other, on one sheet. */
export function ListRows({ children }: { readonly children: ReactNode }) {
  return <View className="list-rows">{children}</View>
}
