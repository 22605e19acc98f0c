import { PICTURE_WIDTHS, picturePath, type PictureType } from '../../../core/shapes/picture'
import type { CoverProps } from './photo-props'
import './photo.scss'

const all = (name: string, type: PictureType): string =>
  PICTURE_WIDTHS.map((width) => `${picturePath(name, width, type)} ${width}w`).join(', ')

/** As wide as the page, at most its column. */
const SIZES = '(min-width: 640px) 640px, 100vw'

/** A photo that covers the box around it; the browser takes the width that it needs. */
export function Cover({ name, address, label, onLost }: CoverProps) {
  return (
    <picture>
      <source type="image/webp" srcSet={all(name, 'webp')} sizes={SIZES} />
      <img
        className="photo__cover"
        src={address}
        srcSet={all(name, 'jpg')}
        sizes={SIZES}
        alt={label}
        onError={onLost}
      />
    </picture>
  )
}
