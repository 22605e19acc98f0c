import type { NewsPicture } from '../../../core/domain/news/article'
import { View } from '../elements/elements'
import './scene.scss'
import './scenes.scss'

interface SceneProps {
  readonly picture: NewsPicture
  /** What it shows, for who does not see it; a mere ornament has none. */
  readonly label?: string
}

/** A drawing as wide as its surroundings. */
export function Scene({ picture, label }: SceneProps) {
  return label === undefined ? (
    <View className={`scene scene--${picture}`} ariaHidden />
  ) : (
    <View className={`scene scene--${picture}`} ariaRole="img" ariaLabel={label} />
  )
}
