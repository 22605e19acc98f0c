import { Image } from '@tarojs/components'
import type { CoverProps } from './photo-props'
import './photo.scss'

/** A photo that covers the box around it. */
export function Cover({ address, label, onLost }: CoverProps) {
  return <Image className="photo__cover" src={address} mode="aspectFill" ariaLabel={label} onError={onLost} />
}
