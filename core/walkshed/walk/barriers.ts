import { visitNear } from '../graph/grid'
import { crosses } from '../graph/segments'
import type { StreetGraph } from '../graph/street-graph'

/**
 * Does a barrier lie across the straight walk (decimetres on the plane)? A walk that starts or ends on a
 * barrier does not cross it. O(barrier segments in the walk's box).
 */
export function isCut(graph: StreetGraph, ax: number, ay: number, bx: number, by: number): boolean {
  const { x, y } = graph.barriers.lines
  return visitNear(graph.barrierGrid, ax, ay, bx, by, 0, (p) =>
    crosses(ax, ay, bx, by, x[p]!, y[p]!, x[p + 1]!, y[p + 1]!),
  )
}
