import type { ReactNode } from 'react'
import { View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './note.scss'

interface NoteProps {
  readonly icon?: IconName
  /** It belongs to the page as such: nothing happened that has to be called out. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** A remark in place, read out by screen readers when it appears; never a pop-up. */
export function Note({ icon = 'info', quiet = false, children }: NoteProps) {
  return (
    <View className="note" ariaRole={quiet ? undefined : 'alert'}>
      <Icon name={icon} />
      <View className="note__words">{children}</View>
    </View>
  )
}
