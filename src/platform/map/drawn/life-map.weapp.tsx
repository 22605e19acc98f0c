import { Map as TaroMap, type MapProps } from '@tarojs/components'
import type { ComponentType } from 'react'
import { PALETTES } from '../../../theme/tokens'
import { fromGcj02, toGcj02 } from '../datum'
import { wechatDrawing } from './wechat-drawing'
import type { LifeMapProps } from './life-map-props'
import './life-map.scss'

// Taro's own types lack the ARIA attributes that config/aria adds to its templates.
const WechatMap = TaroMap as unknown as ComponentType<MapProps & { readonly ariaLabel: string }>

const SCALE = 15

/** WeChat's own map, with its base map and its 审图号, in GCJ-02. */
export function LifeMap(props: LifeMapProps) {
  const { origin, label, onMoveOrigin, onChoose } = props
  const [longitude, latitude] = toGcj02(origin)
  const { polygons, markers, polyline } = wechatDrawing(props, PALETTES[props.theme])
  const chooseMarker = (markerId: number | string): void => {
    const pin = props.pins[Number(markerId)]
    if (pin !== undefined) onChoose(pin.id)
  }
  return (
    <WechatMap
      className="life-map"
      ariaLabel={label}
      longitude={longitude}
      latitude={latitude}
      scale={SCALE}
      polygons={polygons}
      markers={markers}
      polyline={polyline}
      onTap={({ detail }) => {
        // Typed as numbers without meaning; WeChat gives where the finger was.
        const tapped = detail as unknown as { longitude?: number; latitude?: number }
        if (tapped.longitude === undefined || tapped.latitude === undefined) return
        onMoveOrigin(fromGcj02(tapped.longitude, tapped.latitude))
      }}
      onMarkerTap={({ detail }) => chooseMarker(detail.markerId)}
      onLabelTap={({ detail }) => chooseMarker(detail.markerId)}
      onError={() => undefined}
    />
  )
}
