import { useMemo } from 'react'
import { View } from '../elements/elements'
import { asBackground } from '../facade/draw-facade'
import { drawPicture, type PictureSubject } from './draw-picture'
import './picture.scss'

interface PictureProps {
  readonly subject: PictureSubject
  readonly theme: 'light' | 'dark'
}

/** A small drawing where there is nothing else to see. The words beside it say everything. */
export function Picture({ subject, theme }: PictureProps) {
  const picture = useMemo(() => asBackground(drawPicture(subject, theme)), [subject, theme])
  return <View className="picture" style={{ backgroundImage: picture }} ariaHidden />
}
