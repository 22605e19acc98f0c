import type { ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { Heading, View } from '../elements/elements'
import './card.scss'

interface CardProps {
  readonly title?: string
  /** `warm` for what the reader is asked or told just now. */
  readonly ground?: 'plain' | 'warm'
  readonly children: ReactNode
}

/** What belongs together, on one sheet: a hairline instead of a shadow. */
export function Card({ title, ground = 'plain', children }: CardProps) {
  return (
    <View className={classNames('card', ground === 'warm' && 'card--warm')}>
      {title === undefined ? null : (
        <Heading level={2} className="card__title">
          {title}
        </Heading>
      )}
      {children}
    </View>
  )
}
