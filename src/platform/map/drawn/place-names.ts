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
}

/** Points between two names. */
const GAP = 4

/** How wide a text is: a Chinese character is as wide as it is high, others a little more than half of it. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? size : size * 0.56), 0)
}

/**
 * Names where they hide neither each other nor what is there already: each at its best spot that is free, the most wanted
 * first, or not at all. `size` is the height of the text in points, as `toPoint` gives them; a turned text takes the room
 * of the rectangle around it. O(spots × names).
 */
export function placeNames(
  names: readonly MapName[],
  toPoint: (at: Wgs84) => { readonly x: number; readonly y: number },
  size: number,
  taken: readonly Box[],
): readonly PlacedName[] {
  const boxes = [...taken]
  return names.flatMap(({ text, kind, spots }): PlacedName[] => {
    for (const { at, angle } of spots) {
      const box = boxOf(toPoint(at), widthOf(text, size), size, angle)
      if (boxes.some((other) => overlap(box, other))) continue
      boxes.push(box)
      return [{ text, kind, at, angle }]
    }
    return []
  })
}

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
