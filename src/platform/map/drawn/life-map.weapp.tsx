import { Map as TaroMap, type MapProps } from '@tarojs/components'
import { useMemo, type ComponentType } from 'react'
import { reportBug } from '../../start/report'
import { PALETTES } from '../../../theme/tokens'
import { fromGcj02, toGcj02 } from '../datum'
import { cornersOf, wechatDrawing } from './wechat-drawing'
import type { LifeMapProps } from './life-map-props'
import './life-map.scss'

// Taro's own types lack the ARIA attributes that config/taro-patches adds to its templates.
const WechatMap = TaroMap as unknown as ComponentType<MapProps & { readonly ariaLabel: string }>

const SCALE = 15

/** WeChat's base map says itself whose it is, and is no sketch. */
export const isOwnDrawing = false as boolean

/** WeChat's markers cannot be dragged: the start is put by a tap. */

/** WeChat's own map, with its base map and its 审图号, in GCJ-02. It is moved only when there is another view. */
export function LifeMap(props: LifeMapProps) {
  const { origin, bands, pins, path, theme, view, covered, label, onMoveOrigin, onChoose } = props
  const { polygons, markers, polyline } = useMemo(
    () => wechatDrawing({ origin, bands, pins, path }, PALETTES[theme]),
    [origin, bands, pins, path, theme],
  )
  const { longitude, latitude, corners } = useMemo(() => {
    const [east, north] = toGcj02(origin)
    return { longitude: east, latitude: north, corners: cornersOf(props) }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a start that is moved must not move the map below the finger
  }, [view, covered])
  const chooseMarker = (markerId: number | string): void => {
    const pin = pins[Number(markerId)]
    if (pin !== undefined) onChoose(pin.id)
  }
  return (
    <WechatMap
      className="life-map"
      ariaLabel={label}
      longitude={longitude}
      latitude={latitude}
      scale={SCALE}
      includePoints={corners}
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
      onError={({ detail }) => reportBug(new Error(`the map failed: ${JSON.stringify(detail)}`))}
    />
  )
}
