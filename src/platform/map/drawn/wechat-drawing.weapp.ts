import type { MapProps } from '@tarojs/components'
import type { Wgs84 } from '../../../../core/kernel/units'
import type { PALETTES } from '../../../theme/tokens'
import { toGcj02 } from '../datum'
import type { LifeMapProps } from './life-map-props'

type Palette = (typeof PALETTES)['light']
type Point = MapProps.point

/** Points of all outlines of one drawing: with the pins a full redraw stays below 40 kB of setData. */
export const MOST_POINTS = 400
const MOST_PATH_POINTS = 80
/** The start, above all pins. */
const ORIGIN_ID = 9999
const DOT = '/circle/pictures/dot.png'
const REACH = { 5: 'reach-5', 10: 'reach-10', 15: 'reach-15' } as const

/** Five decimals are a metre. */
const short = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const pointOf = (position: Wgs84): Point => {
  const [longitude, latitude] = toGcj02(position)
  return { longitude: short(longitude), latitude: short(latitude) }
}

/** Every n-th point of a line, its last one always. */
export function thinned(line: readonly Wgs84[], share: number): readonly Wgs84[] {
  const step = Math.max(1, Math.ceil(share))
  return line.filter((_, index) => index % step === 0 || index === line.length - 1)
}

/** A drawing in the words of WeChat's map. Its polygons have no holes, so only outer rings are drawn. */
export function wechatDrawing(
  { bands, pins, path, origin }: Pick<LifeMapProps, 'bands' | 'pins' | 'path' | 'origin'>,
  palette: Palette,
): Required<Pick<MapProps, 'polygons' | 'markers' | 'polyline'>> {
  const outlines = bands.flatMap(({ minutes, polygons }) =>
    polygons.flatMap(([outer]) => (outer === undefined ? [] : [{ minutes, outer }])),
  )
  const share = outlines.reduce((sum, { outer }) => sum + outer.length, 0) / MOST_POINTS
  const polygons = outlines.map(({ minutes, outer }) => ({
    points: thinned(outer, share).map(pointOf),
    strokeWidth: 1,
    strokeColor: palette[REACH[minutes]],
    fillColor: `${palette[REACH[minutes]]}4D`,
  }))
  const pinMarkers = pins.map(({ position, sign, name, chosen }, id) => ({
    id,
    ...pointOf(position),
    iconPath: DOT,
    width: 12,
    height: 12,
    label: labelOf(chosen ? name : sign, chosen ? palette.brand : palette.slate, palette),
    joinCluster: !chosen,
  }))
  const start = { id: ORIGIN_ID, ...pointOf(origin), iconPath: DOT, width: 22, height: 22, zIndex: 9 }
  const shownPath = thinned(path, path.length / MOST_PATH_POINTS).map(pointOf)
  return {
    polygons: polygons as MapProps.polygon[],
    markers: [...pinMarkers, { ...start, label: labelOf('起点', palette.ink, palette) }] as MapProps.marker[],
    polyline: shownPath.length < 2 ? [] : [{ points: shownPath, color: palette.slate, width: 6 }],
  }
}

const labelOf = (content: string, bgColor: string, palette: Palette) => ({
  content,
  color: palette.card,
  bgColor,
  fontSize: 14,
  padding: 4,
  borderRadius: 10,
})
