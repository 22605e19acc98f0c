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
})
