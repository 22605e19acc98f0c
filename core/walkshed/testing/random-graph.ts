import fc from 'fast-check'
import { planeAround } from '../graph/plane'
import {
  assembleGraph,
  CROSSING_SHIFT,
  CROSSING_TO_SHIFT,
  type GraphParts,
  type StreetGraph,
} from '../graph/street-graph'
import type { Snap } from '../walk/snap'
import { wgs84 } from '../../kernel/units'

export interface RandomEdge {
  readonly from: number
  readonly to: number
  /** Decimetres. */
  readonly length: number
  /** Bits of `EDGE`. */
  readonly flags: number
  readonly crossings: readonly [from: number, to: number]
}

/** Any network at all: loose parts, loops, parallel edges, lengths that no map would have. */
export const randomNetwork = fc.integer({ min: 1, max: 14 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(randomEdge(nodes), { minLength: 1, maxLength: 40 }),
  }),
)
export type RandomNetwork = typeof randomNetwork extends fc.Arbitrary<infer Value> ? Value : never

export function randomEdge(nodes: number): fc.Arbitrary<RandomEdge> {
  const node = fc.integer({ min: 0, max: nodes - 1 })
  const share = fc.integer({ min: 0, max: 2 })
  return fc.record({
    from: node,
    to: node,
    length: fc.integer({ min: 1, max: 4000 }),
    flags: fc.constantFrom(0, 0, 1, 2, 2, 6, 8, 18),
    crossings: fc.tuple(share, share),
  })
}

/** A graph of these edges; its nodes lie on a circle, since only the picture and snapping look at places. */
export function graphOf({ nodes, edges }: RandomNetwork): StreetGraph {
  return assembleGraph(partsOf({ nodes, edges }))
}

export function partsOf({ nodes, edges }: RandomNetwork): GraphParts {
  const placeOf = (node: number): [number, number] => {
    const angle = (node / nodes) * 2 * Math.PI
    return [Math.round(Math.cos(angle) * 3000), Math.round(Math.sin(angle) * 3000)]
  }
  const ends = edges.flatMap(({ from, to }) => [placeOf(from), placeOf(to)])
  return {
    plane: planeAround(wgs84(121.4, 31.24)),
    source: 'random',
    sketch: false,
    names: ['', '甲路'],
    nodeFlags: new Uint8Array(nodes),
    nodeNames: new Map(),
    edgeFrom: Uint32Array.from(edges, ({ from }) => from),
    edgeTo: Uint32Array.from(edges, ({ to }) => to),
    edgeLength: Int32Array.from(edges, ({ length }) => length),
    edgeFlags: Uint16Array.from(
      edges,
      ({ flags, crossings }) =>
        flags | (crossings[0] << CROSSING_SHIFT) | (crossings[1] << CROSSING_TO_SHIFT),
    ),
    edgeName: Uint16Array.from(edges, (_, edge) => edge % 2),
    edgeLines: {
      count: edges.length,
      start: Uint32Array.from({ length: edges.length + 1 }, (_, edge) => edge * 2),
      x: Int32Array.from(ends, ([x]) => x),
      y: Int32Array.from(ends, ([, y]) => y),
    },
    barriers: {
      lines: { count: 0, start: new Uint32Array(1), x: new Int32Array(0), y: new Int32Array(0) },
      kind: new Uint8Array(0),
      name: new Uint16Array(0),
    },
  }
}

export interface RandomPlace {
  readonly edge: number
  readonly share: number
  readonly off: number
}

export const randomPlace: fc.Arbitrary<RandomPlace> = fc.record({
  edge: fc.nat(),
  share: fc.integer({ min: 0, max: 100 }),
  off: fc.integer({ min: 0, max: 800 }),
})

/** A place tied to one of the graph's edges, without a position of its own. */
export function snapOf(graph: StreetGraph, { edge, share, off }: RandomPlace): Snap {
  const chosen = edge % graph.edgeCount
  const along = Math.round((graph.edgeLength[chosen]! * share) / 100)
  return { edge: chosen, along, off, x: 0, y: 0, footX: 0, footY: 0 }
}
