import fc from 'fast-check'
import { seconds } from '../../kernel/units'
import { at, drawTown, spotOf, type DrawnTown, type Spot } from '../testing/town'
import { PROFILES } from '../walk/profile'
import { search } from '../walk/search'
import { snap } from '../walk/snap'
import { prepareWalker } from '../walk/walker'
import { explainDetour, type Detour } from './detour'
import { pathTo } from './path'

function detour(town: DrawnTown, from: Spot, to: Spot): Detour {
  const graph = drawTown(town)
  const walker = prepareWalker(graph, PROFILES.adult)
  const [origin, place] = [from, to].map((spot) => {
    const answer = snap(walker, at(...spot))
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value
  })
  return explainDetour(graph, pathTo(search(walker, [origin!], seconds(3600)), place!)!)
}

/** Two quays, one bridge 400 m to the east. */
const RIVER: DrawnTown = {
  corners: { a: [0, 0], b: [400, 0], c: [400, 100], d: [0, 100] },
  streets: [
    { through: ['a', 'b'], name: '南岸路' },
    { through: ['b', 'c'], name: '大桥', is: ['level'] },
    { through: ['c', 'd'], name: '北岸路' },
  ],
  barriers: [30, 70].map((north) => ({
    kind: 'water',
    name: '环浜',
    line: [[-100, north] as const, [500, north] as const],
  })),
}

describe('explainDetour', () => {
  it('names the river that the walk has to go around by the bridge', () => {
    const { straight, walked, ratio, obstacles, cause } = detour(RIVER, [0, 0], [0, 100])
    expect(straight).toBeCloseTo(100, 0)
    expect(walked).toBeCloseTo(900, 0)
    expect(ratio).toBeCloseTo(9, 1)
    expect(obstacles).toHaveLength(1)
    expect(cause).toMatchObject({ kind: 'water', name: '环浜' })
    expect(cause!.aside).toBeCloseTo(400, 0)
    expect(spotOf(cause!.at)[1]).toBeCloseTo(30, 0)
  })

  it('tells the wall that forces the detour from the one that is passed right there', () => {
    const town: DrawnTown = {
      corners: { a: [0, 0], gate: [0, 20], b: [0, 40], c: [-200, 40], d: [-200, 80], e: [0, 80] },
      streets: [{ through: ['a', 'gate', 'b', 'c', 'd', 'e'] }],
      barriers: [
        {
          kind: 'wall',
          name: '南墙',
          line: [
            [-300, 20],
            [0, 20],
            [300, 20],
          ],
        },
        {
          kind: 'railway',
          name: '老铁路',
          line: [
            [-300, 60],
            [300, 60],
          ],
        },
      ],
    }
    const { obstacles, cause } = detour(town, [1, 0], [1, 80])
    expect(obstacles.map(({ kind, name }) => [kind, name])).toEqual([
      ['wall', '南墙'],
      ['railway', '老铁路'],
    ])
    expect(obstacles[0]!.aside).toBeLessThan(3)
    expect(cause).toMatchObject({ kind: 'railway', name: '老铁路' })
    expect(cause!.aside).toBeCloseTo(201, 0)
  })

  it('names the arterial without a crossing nearby', () => {
    const town: DrawnTown = {
      corners: {
        a: [0, 0],
        b: [300, 0],
        road: [300, 50],
        c: [300, 100],
        d: [0, 100],
        west: [-300, 50],
        east: [600, 50],
      },
      streets: [
        { through: ['a', 'b', 'road', 'c', 'd'] },
        { through: ['west', 'road', 'east'], name: '曹杨路', arterial: 'two-way' },
      ],
    }
    const { cause } = detour(town, [0, 0], [0, 100])
    expect(cause).toMatchObject({ kind: 'arterial', name: '曹杨路' })
    expect(cause!.aside).toBeCloseTo(300, 0)
  })

  it('measures how far one goes around the end of a wall without a gate', () => {
    const town: DrawnTown = {
      corners: { a: [0, 0], b: [150, 0], c: [150, 60], d: [0, 60] },
      streets: [{ through: ['a', 'b', 'c', 'd'] }],
      barriers: [
        {
          kind: 'wall',
          line: [
            [-50, 30],
            [120, 30],
          ],
        },
      ],
    }
    expect(detour(town, [0, 0], [0, 60]).cause).toMatchObject({
      kind: 'wall',
      name: '',
      aside: expect.closeTo(150, 0),
    })
  })

  it('has no cause where nothing lies across', () => {
    const { obstacles, cause, ratio } = detour({ ...RIVER, barriers: [] }, [0, 0], [0, 100])
    expect([obstacles, cause]).toEqual([[], undefined])
    expect(ratio).toBeCloseTo(9, 1)
  })

  it('finds no detour where one already is', () => {
    expect(detour(RIVER, [0, 0], [0, 0])).toMatchObject({ straight: 0, ratio: 1, obstacles: [] })
  })

  it('names every wall across the straight line, in order, and no other: recounted one by one', () => {
    const place: Spot = [600, 250]
    const spot = fc.tuple(fc.integer({ min: -50, max: 650 }), fc.integer({ min: -350, max: 350 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, spot), { maxLength: 12 }), (walls) => {
        const across = walls.map(([a, b]) => shareOfCut([0, 0], place, a, b))
        // Decimetres are whole in a graph: what only just touches is not asked for.
        fc.pre(across.every((share) => share !== 'touches'))
        const town: DrawnTown = {
          corners: { a: [0, 0], c: [600, -350], b: place },
          streets: [{ through: ['a', 'c', 'b'] }],
          barriers: walls.map(([a, b], k) => ({ kind: 'wall' as const, name: `wall ${k}`, line: [a, b] })),
        }
        const expected = across
          .flatMap((share, k) => (typeof share === 'number' ? [{ share, name: `wall ${k}` }] : []))
          .sort((one, other) => one.share - other.share)
        fc.pre(expected.every(({ share }, k) => k === 0 || share - expected[k - 1]!.share > 1e-3))
        expect(detour(town, [0, 0], place).obstacles.map(({ name }) => name)).toEqual(
          expected.map(({ name }) => name),
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** Where from→to is cut by a wall, by Cramer's rule; within a metre of any of the four ends it touches. */
function shareOfCut(from: Spot, to: Spot, a: Spot, b: Spot): number | 'touches' | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]]
  const turn = dx * ey - dy * ex
  if (Math.abs(turn) < 1000) return 'touches'
  const along = ((a[0] - from[0]) * ey - (a[1] - from[1]) * ex) / turn
  const onWall = ((a[0] - from[0]) * dy - (a[1] - from[1]) * dx) / turn
  const isNear = (share: number, length: number): boolean =>
    Math.min(Math.abs(share), Math.abs(share - 1)) * length < 1
  if (isNear(along, Math.hypot(dx, dy)) || isNear(onWall, Math.hypot(ex, ey))) return 'touches'
  return along > 0 && along < 1 && onWall > 0 && onWall < 1 ? along : null
}
