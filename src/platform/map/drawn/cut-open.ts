import type { Wgs84 } from '../../../../core/kernel/units'

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
