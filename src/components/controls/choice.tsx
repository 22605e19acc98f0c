import type { ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { Tappable, Text, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import './choice.scss'

interface ChoiceProps {
  readonly title: string
  readonly hint?: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** One of a few; the chosen one carries a tick, not only a colour. */
export function Choice({ title, hint, chosen, onChoose }: ChoiceProps) {
  return (
    <Tappable
      className={classNames('tappable choice', chosen && 'choice--chosen')}
      chosen={chosen}
      label={hint === undefined ? title : `${title}，${hint}`}
      onTap={onChoose}
    >
      <View className="choice__words">
        <Text className="choice__title">{title}</Text>
        {hint === undefined ? null : <Text className="soft small">{hint}</Text>}
      </View>
      {chosen ? <Icon name="check" size="large" /> : null}
    </Tappable>
  )
}

export function Choices({ children }: { readonly children: ReactNode }) {
  return <View className="choices">{children}</View>
}
