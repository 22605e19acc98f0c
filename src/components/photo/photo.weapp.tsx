import { Image } from '@tarojs/components'
import { View } from '../elements/elements'
import type { PhotoProps } from './photo-props'
import './photo.scss'

export function Photo({ address, label, width, height }: PhotoProps) {
  return (
    <View
      className="photo photo--held"
      style={{ paddingBottom: `${(height / width) * 100}%` }}
      ariaRole="img"
      ariaLabel={label}
    >
      {address === null ? null : <Image className="photo__picture" src={address} mode="aspectFill" />}
    </View>
  )
}
