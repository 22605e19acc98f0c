import { metres, type Metres, type Wgs84 } from '../../kernel/units'
import { eastOf, northOf, positionOn } from '../graph/plane'
import type { StreetGraph } from '../graph/street-graph'
import { hitsBetween, isSame, passages, type Hit, type ObstacleKind, type Point } from './obstacles'
import type { WalkPath } from './path'

/** Something that lies across the straight line between two places. */
export interface Obstacle {
  readonly kind: ObstacleKind
  /** Its name, empty when it has none. */
  readonly name: string
  /** Where the straight line meets it. */
  readonly at: Wgs84
  /** How far from there the walk gets past it. */
  readonly aside: Metres
}

export interface Detour {
  readonly straight: Metres
  readonly walked: Metres
  /** `walked / straight`; 1 when both places are one. */
  readonly ratio: number
  /** In the order in which the straight line meets them, each thing once. */
  readonly obstacles: readonly Obstacle[]
  /** The one that the walk goes farthest aside for; undefined when nothing lies across. */
  readonly cause: Obstacle | undefined
}

/**
 * Why a near place is far: what the straight line crosses, and which of it sends the walk farthest aside, by
 * way of its bridge or gate, or around it. The path is one of `pathTo` on this graph. O(points of the path ×
 * obstacles).
 */
export function explainDetour(graph: StreetGraph, path: WalkPath): Detour {
  const walk = path.line.map(([longitude, latitude]): Point => [
    eastOf(graph.plane, longitude),
    northOf(graph.plane, latitude),
  ])
  const start = walk[0] ?? [0, 0]
  const end = walk[walk.length - 1] ?? start
  const straight = Math.hypot(end[0] - start[0], end[1] - start[1]) / 10
  const obstacles = eachOnce(hitsBetween(graph, start, end)).map((hit): Obstacle => ({
    kind: hit.kind,
    name: hit.name,
    at: positionOn(graph.plane, ...hit.at),
    aside: metres(asideOf(hit, passages(graph, hit, walk), walk) / 10),
  }))
  return {
    straight: metres(straight),
    walked: path.metres,
    ratio: straight === 0 ? 1 : path.metres / straight,
    obstacles,
    cause: farthestAside(obstacles),
  }
}

function eachOnce(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, index) => hits.findIndex((earlier) => isSame(earlier, hit)) === index)
}

function farthestAside(obstacles: readonly Obstacle[]): Obstacle | undefined {
  let worst: Obstacle | undefined
  for (const obstacle of obstacles) if (!worst || obstacle.aside > worst.aside) worst = obstacle
  return worst
}

/** To the nearest passage; a walk that goes around an obstacle counts with its widest bulge. */
function asideOf(hit: Hit, passed: readonly Point[], walk: readonly Point[]): number {
  const [x, y] = hit.at
  if (passed.length > 0) return Math.min(...passed.map((point) => Math.hypot(point[0] - x, point[1] - y)))
  return widestBulge(walk)
}

function widestBulge(walk: readonly Point[]): number {
  const [ax, ay] = walk[0]!
  const [bx, by] = walk[walk.length - 1]!
  const length = Math.hypot(bx - ax, by - ay)
  return Math.max(
    ...walk.map(([x, y]) =>
      length === 0
        ? Math.hypot(x - ax, y - ay)
        : Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length,
    ),
  )
}
