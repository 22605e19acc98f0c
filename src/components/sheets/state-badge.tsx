import { Text } from '../elements/elements'
import './state-badge.scss'

interface StateBadgeProps {
  readonly text: string
  readonly tone: 'open' | 'soon' | 'closed' | 'unknown'
}

/** Open or not, in words; the colour only repeats them. */
export function StateBadge({ text, tone }: StateBadgeProps) {
  return <Text className={`state state--${tone}`}>{text}</Text>
}
