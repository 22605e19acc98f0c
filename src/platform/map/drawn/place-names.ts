import type { Wgs84 } from '../../../../core/kernel/units'
import type { MapName } from './life-map-props'

/** A rectangle around its middle, in points of the screen. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly halfWidth: number
  readonly halfHeight: number
}

export interface PlacedName {
  readonly text: string
  readonly kind: MapName['kind']
  readonly at: Wgs84
  readonly angle: number
  /** Points below `at`, negative above it. */
  readonly below: number
}

/** Points between two names. */
const GAP = 4
/** From the middle of a pin to its rim, in points. */
export const PIN_RADIUS = 15

/** How wide a text is: a Chinese character is as wide as it is high, others a little more than half of it. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? size : size * 0.56), 0)
}

/**
 * Names where they hide neither each other nor what is there already: each at its best spot that is free, the most wanted
 * first, or not at all. `size` is the height of the text in points, as `toPoint` gives them; a turned text takes the room
 * of the rectangle around it. A park has a pin of its own: its name may stand below or above that. O(spots × names).
 */
export function placeNames(
  names: readonly MapName[],
  toPoint: (at: Wgs84) => { readonly x: number; readonly y: number },
  size: number,
  taken: readonly Box[],
): readonly PlacedName[] {
  const boxes = [...taken]
  return names.flatMap(({ text, kind, spots }): PlacedName[] => {
    const besidePin = PIN_RADIUS + GAP + size / 2 + 1
    for (const { at, angle } of spots)
      for (const below of kind === 'green' ? [0, besidePin, -besidePin] : [0]) {
        const { x, y } = toPoint(at)
        const box = boxOf({ x, y: y + below }, widthOf(text, size), size, angle)
        if (boxes.some((other) => overlap(box, other))) continue
        boxes.push(box)
        return [{ text, kind, at, angle, below }]
      }
    return []
  })
}

/**
 * Where on a rim a label of this size hides nothing: at `wanted`, else at the nearest place on the rim, of about `SPOTS`
 * that are tried; at `wanted` where it would hide something everywhere.
 */
export function placeOnRim(
  wanted: Wgs84,
  rim: readonly Wgs84[],
  toPoint: (at: Wgs84) => { readonly x: number; readonly y: number },
  size: Pick<Box, 'halfWidth' | 'halfHeight'>,
  taken: readonly Box[],
): Wgs84 {
  const { x, y } = toPoint(wanted)
  const step = Math.max(1, Math.floor(rim.length / SPOTS))
  const spots = rim
    .filter((_, index) => index % step === 0)
    .map((at) => ({ at, ...toPoint(at) }))
    .sort((one, other) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y))
  const free = [{ at: wanted, x, y }, ...spots].find((spot) =>
    taken.every((other) => !overlap({ ...size, x: spot.x, y: spot.y }, other)),
  )
  return free?.at ?? wanted
}

const SPOTS = 60

function boxOf(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  height: number,
  angle: number,
): Box {
  const [across, up] = [Math.cos((angle * Math.PI) / 180), Math.abs(Math.sin((angle * Math.PI) / 180))]
  return {
    x,
    y,
    halfWidth: (width * across + height * up) / 2,
    halfHeight: (width * up + height * across) / 2,
  }
}

const overlap = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < one.halfWidth + other.halfWidth + GAP &&
  Math.abs(one.y - other.y) < one.halfHeight + other.halfHeight + GAP
