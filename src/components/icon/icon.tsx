import { View } from '../elements/elements'
import type { IconName } from './icon-names'
import './icon.scss'
import './icons.scss'

interface IconProps {
  readonly name: IconName
  readonly size?: 'small' | 'medium' | 'large'
}

/** A drawn line in the colour of the text beside it. It never stands for words, so screen readers skip it. */
export function Icon({ name, size = 'medium' }: IconProps) {
  return <View className={`icon icon--${name} icon--${size}`} ariaHidden />
}
