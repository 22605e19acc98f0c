import type { Wgs84 } from '../../../core/kernel/units'

/** What a label of a rim keeps clear of: each other, the start, and (counted fourfold) the rims of the other bands. */
const ROOM = { metres: 400, rim: 4 } as const

type Outline = readonly Wgs84[]

/**
 * For each outline (nearest band first) the point of it where its minutes are written: away from the start, from the
 * labels before it and from the other rims, as far as `ROOM` asks for; among such points the one nearest to the start.
 * `null` for an outline without points. WGS-84. O(points²).
 */
export function rimLabels(start: Wgs84, outlines: readonly Outline[]): readonly (Wgs84 | null)[] {
  const placed: (Wgs84 | null)[] = []
  for (const outline of outlines) {
    const labels = placed.filter((label) => label !== null)
    const others = outlines.filter((other) => other !== outline).flat()
    let best: { at: Wgs84; room: number; away: number } | null = null
    for (const at of outline) {
      const away = apart(at, start)
      const room = Math.min(
        ROOM.metres,
        away,
        ...labels.map((label) => apart(at, label)),
        ROOM.rim * nearest(at, others),
      )
      if (best === null || room > best.room || (room === best.room && away < best.away)) {
        best = { at, room, away }
      }
    }
    placed.push(best?.at ?? null)
  }
  return placed
}

const nearest = (at: Wgs84, points: Outline): number =>
  points.reduce((least, point) => Math.min(least, apart(at, point)), Infinity)

const METRES_A_DEGREE = 111_320

function apart([east, north]: Wgs84, [otherEast, otherNorth]: Wgs84): number {
  const across = (east - otherEast) * Math.cos((north * Math.PI) / 180)
  return Math.hypot(across, north - otherNorth) * METRES_A_DEGREE
}
