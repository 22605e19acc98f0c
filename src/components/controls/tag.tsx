import type { ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { Tappable, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import './tag.scss'

interface TagProps {
  readonly text: string
  readonly to?: string
  readonly onTap?: () => void
  /** Of several to choose among: whether this one is. */
  readonly chosen?: boolean
}

/** A short word to tap: a need, a kind. */
export function Tag({ text, to, onTap, chosen }: TagProps) {
  return (
    <Tappable
      className={classNames('tappable tag', chosen === true && 'tag--chosen')}
      to={to}
      onTap={onTap}
      chosen={chosen}
      label={text}
    >
      {chosen === true ? <Icon name="check" size="small" /> : null}
      {text}
    </Tappable>
  )
}

interface TagsProps {
  /** What they are a choice of, for who hears them. */
  readonly label?: string
  readonly children: ReactNode
}

/** Words side by side, as many to a line as fit. */
export function Tags({ label, children }: TagsProps) {
  return (
    <View className="tags" ariaRole={label === undefined ? undefined : 'group'} ariaLabel={label}>
      {children}
    </View>
  )
}
