import { Canvas } from '@tarojs/components'
import { View } from '../elements/elements'
import type { DrawingProps } from './drawing-props'
import './drawing.scss'

/** WeChat draws on a canvas that is part of the page, so the canvas is the picture. */
export function Drawing({ canvasId, label }: DrawingProps) {
  return (
    <View ariaRole="img" ariaLabel={label}>
      <Canvas type="2d" id={canvasId} className="drawing" />
    </View>
  )
}
