import { EDGE } from '../graph/street-graph'
import type { Reach } from '../walk/search'
import { allows, crossingAtFrom, crossingAtTo, UNREACHED } from '../walk/walker'

/** Points on the reached streets with their costs; coordinates in decimetres. The arrays grow as needed. */
export interface Samples {
  count: number
  x: Int32Array
  y: Int32Array
  cost: Int32Array
  /** Where the samples on bridges and in tunnels begin: those spread no way off the street. */
  levelFrom: number
  minX: number
  maxX: number
  minY: number
  maxY: number
}

/** Streets are sampled at their nodes and at most 10 m apart between them: the picture is off by a metre. */
const SPACING = 100

const FIRST_CAPACITY = 1 << 14

export function emptySamples(): Samples {
  return {
    count: 0,
    x: new Int32Array(FIRST_CAPACITY),
    y: new Int32Array(FIRST_CAPACITY),
    cost: new Int32Array(FIRST_CAPACITY),
    levelFrom: 0,
    minX: Infinity,
    maxX: -Infinity,
    minY: Infinity,
    maxY: -Infinity,
  }
}

/**
 * Samples every street stretch within the reach's limit, those on bridges and in tunnels last, over whatever
 * `samples` held before. O(length of the reached streets).
 */
export function sampleStreets(reach: Reach, samples: Samples): void {
  Object.assign(samples, { count: 0, minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity })
  for (const level of [0, EDGE.level]) {
    samples.levelFrom = samples.count
    sampleReached(samples, reach, level)
    for (const origin of reach.origins) {
      if ((reach.walker.graph.edgeFlags[origin.edge]! & EDGE.level) === level) {
        if (origin.off <= reach.limit) addSample(samples, origin.footX, origin.footY, origin.off)
        sampleEdge(samples, reach, origin.edge, -1, -1, origin.along, origin.off)
      }
    }
  }
}

/** Nodes once each, and what lies between them by edge. */
function sampleReached(samples: Samples, reach: Reach, level: number): void {
  const { walker } = reach
  const { order, cost, graph } = walker
  const { firstLink, linkNode, linkEdge, edgeFrom, edgeFlags, edgeLines } = graph
  for (let index = 0; index < walker.settled; index++) {
    const node = order[index]!
    let isSampled = false
    for (let link = firstLink[node]!; link < firstLink[node + 1]!; link++) {
      const edge = linkEdge[link]!
      if ((edgeFlags[edge]! & EDGE.level) !== level || !allows(walker, edge)) continue
      const other = cost[linkNode[link]!]!
      const isFrom = edgeFrom[edge] === node
      if (!isSampled) {
        const p = isFrom ? edgeLines.start[edge]! : edgeLines.start[edge + 1]! - 1
        addSample(samples, edgeLines.x[p]!, edgeLines.y[p]!, cost[node]!)
        isSampled = true
      }
      // An edge with both ends reached comes twice; it is sampled from its `from` end.
      if (other !== UNREACHED && !isFrom) continue
      const atFrom = isFrom ? cost[node]! + crossingAtFrom(walker, edge) : -1
      if (!isFrom) sampleEdge(samples, reach, edge, -1, cost[node]! + crossingAtTo(walker, edge), -1, 0)
      else if (other === UNREACHED) sampleEdge(samples, reach, edge, atFrom, -1, -1, 0)
      else sampleEdge(samples, reach, edge, atFrom, other + crossingAtTo(walker, edge), -1, 0)
    }
  }
}

/**
 * Samples one edge between its nodes with the least of three costs: from its `from` end, from its `to` end
 * (-1: not reached), and from an origin `along` it (-1: none) that is `off` the street.
 */
function sampleEdge(
  samples: Samples,
  reach: Reach,
  edge: number,
  atFrom: number,
  atTo: number,
  along: number,
  off: number,
): void {
  const { edgeLines, edgeLength } = reach.walker.graph
  const { x, y, start } = edgeLines
  const first = start[edge]!
  const last = start[edge + 1]! - 1
  const length = edgeLength[edge]!
  const { limit } = reach
  const pieces = ((length / SPACING) | 0) + 1
  if (pieces === 1) return
  let drawn = 0
  for (let p = first; p < last; p++) drawn += segmentLength(x, y, p)
  // Drawn decimetres from sample to sample; the drawing is a little shorter or longer than what was measured.
  const step = drawn / pieces
  let walked = 0
  let piece = 1
  for (let p = first; p < last; p++) {
    const segment = segmentLength(x, y, p)
    for (; piece < pieces && step * piece <= walked + segment; piece++) {
      const at = ((length * piece) / pieces) | 0
      let cost = UNREACHED
      if (atFrom >= 0) cost = atFrom + at
      if (atTo >= 0 && atTo + length - at < cost) cost = atTo + length - at
      if (along >= 0) cost = off + (at < along ? along - at : at - along)
      if (cost > limit) continue
      const share = segment === 0 ? 0 : (step * piece - walked) / segment
      addSample(
        samples,
        (x[p]! + (x[p + 1]! - x[p]!) * share) | 0,
        (y[p]! + (y[p + 1]! - y[p]!) * share) | 0,
        cost,
      )
    }
    walked += segment
  }
}

function segmentLength(x: Int32Array, y: Int32Array, p: number): number {
  const dx = x[p + 1]! - x[p]!
  const dy = y[p + 1]! - y[p]!
  return Math.sqrt(dx * dx + dy * dy)
}

function addSample(samples: Samples, x: number, y: number, cost: number): void {
  const at = samples.count
  if (at === samples.x.length) growSamples(samples)
  samples.x[at] = x
  samples.y[at] = y
  samples.cost[at] = cost
  samples.count = at + 1
  if (x < samples.minX) samples.minX = x
  if (x > samples.maxX) samples.maxX = x
  if (y < samples.minY) samples.minY = y
  if (y > samples.maxY) samples.maxY = y
}

function growSamples(samples: Samples): void {
  samples.x = twiceAsLong(samples.x)
  samples.y = twiceAsLong(samples.y)
  samples.cost = twiceAsLong(samples.cost)
}

function twiceAsLong(values: Int32Array): Int32Array {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}
