import { eastOf, northOf, type Plane } from '../graph/plane'
import { keepPoints } from '../graph/simplify'
import type { Polylines } from '../graph/polylines'
import {
  BARRIER_KINDS,
  CROSSING_SHIFT,
  CROSSING_TO_SHIFT,
  NODE,
  type BarrierLayer,
  type GraphParts,
} from '../graph/street-graph'
import type { Chain } from './contract'
import type { NameTable } from './name-table'
import { POINT, type Network } from './network'

export interface DraftEdge {
  readonly from: number
  readonly to: number
  /** Decimetres. */
  readonly length: number
  readonly street: string
  readonly chain: Chain
}

/** Drawn lines may be off by half a metre; lengths are measured before. */
const TOLERANCE = 5

type EdgeParts = Pick<
  GraphParts,
  'nodeFlags' | 'nodeNames' | 'edgeFrom' | 'edgeTo' | 'edgeLength' | 'edgeFlags' | 'edgeName' | 'edgeLines'
>

/** Numbers the nodes that edges use along a space-filling curve, and sorts the edges by their lower node. */
export function layOutEdges(
  network: Network,
  plane: Plane,
  drafts: readonly DraftEdge[],
  nodePoints: readonly number[],
  names: NameTable,
): EdgeParts {
  const { order, rank } = orderNodes(network, drafts, nodePoints)
  const edges = drafts.map((draft) => directed(draft, rank))
  edges.sort((one, other) => one.from - other.from || one.to - other.to)
  const nodeNames = new Map<number, number>()
  const nodeFlags = Uint8Array.from(order, (node, index) => {
    const name = network.pointNames.get(nodePoints[node]!)
    if (name) nodeNames.set(index, names.indexOf(name))
    return network.flags[nodePoints[node]!]! & POINT.gate ? NODE.gate : 0
  })
  return {
    nodeFlags,
    nodeNames,
    edgeFrom: Uint32Array.from(edges, (edge) => edge.from),
    edgeTo: Uint32Array.from(edges, (edge) => edge.to),
    edgeLength: Int32Array.from(edges, (edge) => edge.length),
    edgeFlags: Uint16Array.from(edges, (edge) => edge.flags),
    edgeName: Uint16Array.from(edges, (edge) => names.indexOf(edge.street)),
    edgeLines: drawLines(edges.map(({ points }) => project(network, plane, points))),
  }
}

/** The barrier layer on the plane. */
export function layOutBarriers(network: Network, plane: Plane, names: NameTable): BarrierLayer {
  const drawn = network.barriers.filter(({ line }) => line.length > 1)
  return {
    lines: drawLines(
      drawn.map(({ line }) => ({
        x: line.map(([longitude]) => eastOf(plane, longitude)),
        y: line.map(([, latitude]) => northOf(plane, latitude)),
      })),
    ),
    kind: Uint8Array.from(drawn, ({ kind }) => BARRIER_KINDS.indexOf(kind)),
    name: Uint16Array.from(drawn, ({ name }) => names.indexOf(name)),
  }
}

function orderNodes(
  network: Network,
  drafts: readonly DraftEdge[],
  nodePoints: readonly number[],
): { order: number[]; rank: Int32Array } {
  const used = new Uint8Array(nodePoints.length)
  for (const { from, to } of drafts) used[from] = used[to] = 1
  const place = nodePoints.map((point) => curveIndex(network.longitude[point]!, network.latitude[point]!))
  const order = [...place.keys()].filter((node) => used[node])
  order.sort((one, other) => place[one]! - place[other]! || one - other)
  const rank = new Int32Array(nodePoints.length)
  order.forEach((node, index) => (rank[node] = index))
  return { order, rank }
}

interface DirectedEdge {
  readonly from: number
  readonly to: number
  readonly length: number
  readonly flags: number
  readonly street: string
  readonly points: readonly number[]
}

/** From the lower to the higher node, so that differences between them are small and positive. */
function directed({ from, to, length, street, chain }: DraftEdge, rank: Int32Array): DirectedEdge {
  const isForth = rank[from]! <= rank[to]!
  const [crossingFrom, crossingTo] = isForth
    ? [chain.crossingFrom, chain.crossingTo]
    : [chain.crossingTo, chain.crossingFrom]
  return {
    from: rank[isForth ? from : to]!,
    to: rank[isForth ? to : from]!,
    length,
    flags: chain.flags | (crossingFrom << CROSSING_SHIFT) | (crossingTo << CROSSING_TO_SHIFT),
    street,
    points: isForth ? chain.points : [...chain.points].reverse(),
  }
}

interface Line {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

function project(network: Network, plane: Plane, points: readonly number[]): Line {
  return {
    x: points.map((point) => eastOf(plane, network.longitude[point]!)),
    y: points.map((point) => northOf(plane, network.latitude[point]!)),
  }
}

function drawLines(lines: readonly Line[]): Polylines {
  const start = new Uint32Array(lines.length + 1)
  const x: number[] = []
  const y: number[] = []
  lines.forEach((line, index) => {
    const last = line.x.length - 1
    const keep = new Uint8Array(line.x.length)
    keep[0] = keep[last] = 1
    keepPoints(line.x, line.y, 0, last, line.x.length, TOLERANCE, keep)
    for (let p = 0; p <= last; p++) {
      if (!keep[p]) continue
      x.push(line.x[p]!)
      y.push(line.y[p]!)
    }
    start[index + 1] = x.length
  })
  return { count: lines.length, start, x: Int32Array.from(x), y: Int32Array.from(y) }
}

/** Bits of each axis: some 5 m in a degree-wide network. */
const BITS = 16

/**
 * The place of a WGS-84 position on a Hilbert curve over the degree square that it lies in, 0 to 2^32 - 1:
 * near numbers are near places, so neighbours in the graph lie together in memory and zip well.
 */
function curveIndex(longitude: number, latitude: number): number {
  const size = 1 << BITS
  let x = Math.floor((longitude - Math.floor(longitude)) * size)
  let y = Math.floor((latitude - Math.floor(latitude)) * size)
  let index = 0
  for (let half = size / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0
    const upper = (y & half) > 0 ? 1 : 0
    index += half * half * ((3 * right) ^ upper)
    if (upper === 0) {
      if (right === 1) {
        x = size - 1 - x
        y = size - 1 - y
      }
      ;[x, y] = [y, x]
    }
  }
  return index
}
