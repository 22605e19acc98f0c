import { straightLine } from '../../kernel/distance'
import { EDGE, NODE, type StreetGraph } from '../graph/street-graph'
import { at, drawNetwork, drawTown, spotOf, type DrawnTown } from '../testing/town'
import { buildGraph } from './build-graph'
import { POINT } from './network'

const OPTIONS = { source: '手绘', sketch: true, components: 'largest' } as const

const CROSSROADS: DrawnTown = {
  corners: { west: [-100, 0], middle: [0, 0], east: [100, 0], north: [0, 80], bend: [50, 20] },
  streets: [{ through: ['west', 'middle', 'bend', 'east'], name: '甲路' }, { through: ['middle', 'north'] }],
}

/** Each edge as its length in metres and its street, sorted. */
function edgesOf(graph: StreetGraph): [number, string][] {
  return [...graph.edgeLength.keys()]
    .map((edge): [number, string] => [graph.edgeLength[edge]! / 10, graph.names[graph.edgeName[edge]!]!])
    .sort(([one], [other]) => one - other)
}

function withMark(mark: number): StreetGraph {
  const corners = { a: [0, 0], b: [50, 0], c: [100, 0] } as const
  return drawTown({ corners, streets: [{ through: ['a', 'b', 'c'] }], marks: { b: mark } })
}

describe('buildGraph', () => {
  it('keeps a node only where streets meet or end, and measures what lies between on the globe', () => {
    const graph = drawTown(CROSSROADS)
    expect(graph.nodeCount).toBe(4)
    const bent = straightLine(at(0, 0), at(50, 20)) + straightLine(at(50, 20), at(100, 0))
    expect(edgesOf(graph)).toEqual([
      [80, ''],
      [100, '甲路'],
      [Math.round(bent * 10) / 10, '甲路'],
    ])
  })

  it('keeps the bends of a street, and leaves out what lies within half a metre of a straight line', () => {
    const graph = drawTown({
      corners: { a: [0, 0], almost: [50, 0.4], bend: [100, 0], c: [100, 60] },
      streets: [{ through: ['a', 'almost', 'bend', 'c'] }],
    })
    expect(graph.edgeCount).toBe(1)
    expect(graph.edgeLines.x).toHaveLength(3)
  })

  it('cuts a street where its name or its character changes', () => {
    const corners = { a: [0, 0], b: [50, 0], c: [100, 0], d: [150, 0] } as const
    const graph = drawTown({
      corners,
      streets: [
        { through: ['a', 'b'], name: '甲路' },
        { through: ['b', 'c'], name: '乙路' },
        { through: ['c', 'd'], name: '乙路', is: ['steps'] },
      ],
    })
    expect(graph.edgeCount).toBe(3)
    expect([...graph.edgeFlags].filter((flags) => flags & EDGE.steps)).toHaveLength(1)
  })

  it('joins two pieces of one street', () => {
    const corners = { a: [0, 0], b: [50, 0], c: [100, 0] } as const
    const streets = [
      { through: ['a', 'b'], name: '甲路' },
      { through: ['b', 'c'], name: '甲路' },
    ]
    expect(edgesOf(drawTown({ corners, streets }))).toEqual([[100, '甲路']])
  })

  it('makes a node of a gate and keeps its name', () => {
    const graph = withMark(POINT.gate)
    expect(graph.edgeCount).toBe(2)
    expect([...graph.nodeFlags].filter((flags) => flags & NODE.gate)).toHaveLength(1)
    const named = drawTown({ ...CROSSROADS, names: { bend: '三号门' } })
    expect([...named.nodeNames.values()].map((name) => named.names[name])).toEqual(['三号门'])
  })

  it('ends every street at a closed point, on both sides of it', () => {
    const graph = withMark(POINT.closed)
    expect([graph.edgeCount, graph.nodeCount]).toEqual([2, 4])
    expect(withMark(0).nodeCount).toBe(2)
  })

  it('bars wheels on both sides of a stile', () => {
    const graph = withMark(POINT.wheelchairBarred)
    expect([...graph.edgeFlags].every((flags) => (flags & EDGE.wheelchairBarred) !== 0)).toBe(true)
  })

  it('keeps a ring without any junction', () => {
    const graph = drawTown({
      corners: { a: [0, 0], b: [60, 0], c: [60, 60], d: [0, 60] },
      streets: [{ through: ['a', 'b', 'c', 'd', 'a'] }],
    })
    expect(edgesOf(graph)).toEqual([[240, '']])
    expect(graph.edgeFrom[0]).toBe(graph.edgeTo[0])
  })

  it('keeps the longest part of the network and reports what hangs loose', () => {
    const town: DrawnTown = {
      corners: { ...CROSSROADS.corners, islandWest: [500, 0], islandEast: [560, 0] },
      streets: [...CROSSROADS.streets, { through: ['islandWest', 'islandEast'], name: '孤岛路' }],
    }
    const { graph, kept, loose } = buildGraph(drawNetwork(town), OPTIONS)
    expect(graph.edgeCount).toBe(3)
    expect(kept).toBeCloseTo(287.7, 1)
    expect(loose).toEqual([{ metres: 60, edges: 1, street: '孤岛路', at: expect.anything() }])
    expect(Math.abs(spotOf(loose[0]!.at)[0] - 530)).toBeLessThan(31)
    expect(drawTown(town).edgeCount).toBe(4)
  })

  it('counts two equal points in a row as one', () => {
    const corners = { a: [0, 0], b: [50, 0] } as const
    expect(edgesOf(drawTown({ corners, streets: [{ through: ['a', 'a', 'b', 'b'] }] }))).toEqual([[50, '']])
  })

  it('makes an empty graph of an empty network', () => {
    const { graph, kept, loose } = buildGraph(drawNetwork({ corners: {}, streets: [] }), OPTIONS)
    expect([graph.nodeCount, graph.edgeCount, kept, loose]).toEqual([0, 0, 0, []])
  })

  it('refuses more names than an edge can tell apart', () => {
    const corners: Record<string, readonly [number, number]> = {}
    for (let k = 0; k <= 65_536; k++) corners[`${k}`] = [k, 0]
    const streets = Array.from({ length: 65_536 }, (_, k) => ({
      through: [`${k}`, `${k + 1}`],
      name: `路${k}`,
    }))
    expect(() => drawTown({ corners, streets })).toThrow(/65535/)
  })
})
