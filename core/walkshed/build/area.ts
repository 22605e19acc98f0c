/** WGS-84, longitude first; the first point need not be repeated at the end. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[]

/** An area with a margin around it. */
export interface Area {
  /** Outer rings and holes alike: a point is inside when an odd number of them contains it. */
  readonly rings: readonly Ring[]
  /** Metres. */
  readonly margin: number
}

const METRES_PER_DEGREE = 111_195

/**
 * Whether a WGS-84 position lies in the area or within its margin (inclusive). O(points of the rings) near
 * the area, O(1) away from it.
 */
export function insideTest(area: Area): (longitude: number, latitude: number) => boolean {
  const box = boxAround(area)
  return (longitude, latitude) => {
    if (longitude < box.west || longitude > box.east || latitude < box.south || latitude > box.north)
      return false
    return isInside(area.rings, longitude, latitude) || isNear(area, longitude, latitude)
  }
}

function boxAround({ rings, margin }: Area): { west: number; east: number; south: number; north: number } {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const [longitude, latitude] of rings.flat()) {
    const tall = margin / METRES_PER_DEGREE
    const wide = tall / Math.cos((latitude * Math.PI) / 180)
    box.west = Math.min(box.west, longitude - wide)
    box.east = Math.max(box.east, longitude + wide)
    box.south = Math.min(box.south, latitude - tall)
    box.north = Math.max(box.north, latitude + tall)
  }
  return box
}

function isInside(rings: readonly Ring[], longitude: number, latitude: number): boolean {
  let inside = false
  for (const ring of rings) {
    let [px, py] = ring[ring.length - 1]!
    for (const [x, y] of ring) {
      if (y > latitude !== py > latitude && longitude < px + ((x - px) * (latitude - py)) / (y - py)) {
        inside = !inside
      }
      px = x
      py = y
    }
  }
  return inside
}

function isNear({ rings, margin }: Area, longitude: number, latitude: number): boolean {
  const wide = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
  for (const ring of rings) {
    const [lastX, lastY] = ring[ring.length - 1]!
    let px = (lastX - longitude) * wide
    let py = (lastY - latitude) * METRES_PER_DEGREE
    for (const [ringX, ringY] of ring) {
      const x = (ringX - longitude) * wide
      const y = (ringY - latitude) * METRES_PER_DEGREE
      const squared = (x - px) ** 2 + (y - py) ** 2
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(px * (x - px) + py * (y - py)) / squared))
      if (Math.hypot(px + (x - px) * share, py + (y - py) * share) <= margin) return true
      px = x
      py = y
    }
  }
  return false
}
