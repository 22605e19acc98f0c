import type { MapProps } from '@tarojs/components'
import type { Wgs84 } from '../../../../core/kernel/units'
import type { PALETTES } from '../../../theme/tokens'
import { minutesText } from '../../../text/life-circle'
import { toGcj02 } from '../datum'
import { type LifeMapProps, toShow } from './life-map-props'

type Palette = (typeof PALETTES)['light']
type Point = MapProps.point

/** Points of all outlines of one drawing: with the pins a full redraw stays below 40 kB of setData. */
const MOST_POINTS = 400
const MOST_PATH_POINTS = 80
/** The start, above all pins. */
const ORIGIN_ID = 9999
/** The minutes on the rims of the bands. */
const RIM_ID = 9000
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
  const rims = bands.flatMap(({ minutes, labelAt }, index) =>
    labelAt === null
      ? []
      : [
          {
            id: RIM_ID + index,
            ...pointOf(labelAt),
            iconPath: DOT,
            width: 1,
            height: 1,
            label: { ...labelOf(minutesText(minutes), palette.card, palette), color: palette.ink },
          },
        ],
  )
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
    markers: [
      ...rims,
      ...pinMarkers,
      { ...start, label: labelOf('起点', palette.ink, palette) },
    ] as MapProps.marker[],
    polyline:
      shownPath.length < 2
        ? []
        : [{ points: shownPath, color: palette.slate, width: 8, borderColor: palette.card, borderWidth: 2 }],
  }
}

/** Room around what is shown, as a share of its size. */
const ROOM = 0.08

/** How much higher than wide a map under a sheet is on a phone. */
const TALL = 1.7

type InView = Pick<LifeMapProps, 'bands' | 'path' | 'pins' | 'origin' | 'covered'>

/**
 * Two corners around the start and what is to be shown, else nothing to move to. Where a sheet lies over the map they
 * take in as much land below as it hides: WeChat knows no other way to keep clear of it.
 */
export function cornersOf(drawn: InView): Point[] {
  const shown = toShow(drawn)
  if (shown.length === 0) return []
  const all = [drawn.origin, ...shown].map(pointOf)
  const [west, east] = spanOf(all.map(({ longitude }) => longitude))
  const [south, north] = spanOf(all.map(({ latitude }) => latitude))
  if (drawn.covered === 0) return rectangle(west, south, east, north)
  const inSight = 1 - drawn.covered
  const across = (east - west) * Math.cos((south * Math.PI) / 180)
  const height = Math.max((north - south) / inSight, across * TALL)
  const top = (south + north + height * inSight) / 2
  return rectangle(west, short(top - height), east, short(top))
}

const rectangle = (west: number, south: number, east: number, north: number): Point[] => [
  { longitude: west, latitude: south },
  { longitude: east, latitude: north },
]

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

type Ring = readonly Wgs84[]

interface Bridge {
  readonly hole: Ring
  /** Where the cut leaves the outline, and where it meets the hole. */
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * One outline in place of an outline with holes: it runs to each hole, around it, and back the same way, so that
 * filling it leaves the holes out. The nearest hole is joined first: a cut then crosses no other hole.
 * O(points of the outline × points of the holes × holes).
 */
export function cutOpen([outer = [], ...holes]: readonly Ring[]): Ring {
  let outline = outer
  let left = holes.filter((hole) => hole.length > 2)
  while (left.length > 0) {
    const bridge = shortest(left.map((hole) => bridgeTo(outline, hole)))
    outline = joined(outline, bridge)
    left = left.filter((hole) => hole !== bridge.hole)
  }
  return outline
}

const shortest = (bridges: readonly Bridge[]): Bridge =>
  bridges.reduce((least, bridge) => (bridge.length < least.length ? bridge : least))

function bridgeTo(outline: Ring, hole: Ring): Bridge {
  let best: Bridge = { hole, from: 0, to: 0, length: Infinity }
  outline.forEach((start, from) => {
    hole.forEach((end, to) => {
      const length = apart(start, end)
      if (length < best.length) best = { hole, from, to, length }
    })
  })
  return best
}

function joined(outline: Ring, { hole, from, to }: Bridge): Ring {
  const around = [...hole.slice(to), ...hole.slice(0, to + 1)]
  return [...outline.slice(0, from + 1), ...around, ...outline.slice(from)]
}

/** Squared, in degrees of latitude: only compared. */
function apart([east, north]: Wgs84, [otherEast, otherNorth]: Wgs84): number {
  const across = (east - otherEast) * Math.cos((north * Math.PI) / 180)
  return across * across + (north - otherNorth) * (north - otherNorth)
}
