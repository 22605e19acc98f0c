import type { PhotoProps } from './photo-props'
import './photo.scss'

export function Photo({ address, label, width, height }: PhotoProps) {
  return (
    <img
      className="photo"
      src={address ?? undefined}
      alt={label}
      width={width}
      height={height}
      loading="lazy"
    />
  )
}
