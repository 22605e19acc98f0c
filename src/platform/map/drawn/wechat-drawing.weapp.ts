import type { MapProps } from '@tarojs/components'
import type { Wgs84 } from '../../../../core/kernel/units'
import type { PALETTES } from '../../../theme/tokens'
import { toGcj02 } from '../datum'
import { cutOpen } from './cut-open'
import { toShow, type LifeMapProps } from './life-map-props'

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

/**
 * A drawing in the words of WeChat's map. Its polygons know no holes: an outline with holes is cut open to them and
 * drawn without a line around it, or the cuts would show.
 */
export function wechatDrawing(
  { bands, pins, path, origin }: Pick<LifeMapProps, 'bands' | 'pins' | 'path' | 'origin'>,
  palette: Palette,
): Required<Pick<MapProps, 'polygons' | 'markers' | 'polyline'>> {
  const areas = bands.flatMap(({ minutes, polygons }) => polygons.map((rings) => ({ minutes, rings })))
  const share = areas.reduce((sum, { rings }) => sum + rings.flat().length, 0) / MOST_POINTS
  const polygons = areas.map(({ minutes, rings }) => ({
    points: cutOpen(rings.map((ring) => thinned(ring, share))).map(pointOf),
    strokeWidth: rings.length > 1 ? 0 : 1,
    strokeColor: palette[REACH[minutes]],
    fillColor: `${palette[REACH[minutes]]}4D`,
  }))
  const pinMarkers = pins.map((pin, id) => ({
    id,
    ...pointOf(pin.position),
    iconPath: DOT,
    width: 12,
    height: 12,
    ...(pin.chosen ? { callout: calloutOf(pin.words, palette), zIndex: 8 } : { joinCluster: true }),
    ...(pin.chosen ? {} : { label: labelOf(pin.sign, palette.slate, palette) }),
  }))
  const start = { id: ORIGIN_ID, ...pointOf(origin), iconPath: DOT, width: 22, height: 22, zIndex: 9 }
  const shownPath = thinned(path, path.length / MOST_PATH_POINTS).map(pointOf)
  return {
    polygons: polygons as MapProps.polygon[],
    markers: [...pinMarkers, { ...start, label: labelOf('起点', palette.ink, palette) }] as MapProps.marker[],
    polyline:
      shownPath.length < 2
        ? []
        : [{ points: shownPath, color: palette.slate, width: 8, borderColor: palette.card, borderWidth: 2 }],
  }
}

/** Room around what is shown, as a share of its size. */
const ROOM = 0.08

type InView = Pick<LifeMapProps, 'bands' | 'path' | 'pins' | 'origin'>

/** Two corners around the start and what is to be shown, else nothing to move to. */
export function cornersOf(drawn: InView): Point[] {
  const shown = toShow(drawn)
  if (shown.length === 0) return []
  const all = [drawn.origin, ...shown].map(pointOf)
  const [west, east] = spanOf(all.map(({ longitude }) => longitude))
  const [south, north] = spanOf(all.map(({ latitude }) => latitude))
  return [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ]
}

function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const,
    [Infinity, -Infinity] as const,
  )
  return [short(low - (high - low) * ROOM), short(high + (high - low) * ROOM)]
}

const labelOf = (content: string, bgColor: string, palette: Palette) => ({
  content,
  color: palette.card,
  bgColor,
  fontSize: 14,
  padding: 4,
  borderRadius: 10,
})

const calloutOf = (content: string, palette: Palette) => ({
  ...labelOf(content, palette.brand, palette),
  fontSize: 16,
  padding: 8,
  display: 'ALWAYS',
})
