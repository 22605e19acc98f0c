import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Tappable, View } from '../elements/elements'
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
      {text}
    </Tappable>
  )
}

/** Words side by side, as many to a line as fit. */
export function Tags({ children }: { readonly children: ReactNode }) {
  return <View className="tags">{children}</View>
}
