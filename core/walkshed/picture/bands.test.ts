import { seconds } from '../../kernel/units'
import type { StreetGraph } from '../graph/street-graph'
import { at, drawTown, spotOf, type DrawnTown, type Spot } from '../testing/town'
import { walkSeconds } from '../walk/arrival'
import { PROFILES } from '../walk/profile'
import { search, type Reach } from '../walk/search'
import { snap } from '../walk/snap'
import { prepareWalker } from '../walk/walker'
import { bandsOf, BLOCKS, type Band } from './bands'
import { prepareCanvas } from './painting'

const TIMES = [seconds(300), seconds(600), seconds(900)]

function reachFrom(graph: StreetGraph, from: Spot, profile = PROFILES.adult): Reach {
  const walker = prepareWalker(graph, profile)
  const origin = snap(walker, at(...from))
  if (!origin.ok) throw new Error(origin.refusal)
  return search(walker, [origin.value], seconds(900))
}

const draw = (reach: Reach, within = TIMES): Band[] => bandsOf(reach, within, prepareCanvas())
const bandsFrom = (town: DrawnTown, from: Spot): Band[] => draw(reachFrom(drawTown(town), from))

const ringsOf = new WeakMap<Band, Spot[][]>()

/** Inside an outer ring and in none of its holes. */
function holds(band: Band, [east, north]: Spot): boolean {
  const rings = ringsOf.get(band) ?? band.polygons.flat().map((ring) => ring.map(spotOf))
  ringsOf.set(band, rings)
  let inside = false
  for (const ring of rings) {
    let [px, py] = ring[ring.length - 1]!
    for (const [x, y] of ring) {
      if (y > north !== py > north && east < px + ((x - px) * (north - py)) / (y - py)) inside = !inside
      px = x
      py = y
    }
  }
  return inside
}

/** Square metres, holes taken off. */
function areaOf(band: Band): number {
  const ringArea = (ring: readonly Spot[]): number =>
    Math.abs(
      ring.reduce((sum, [x, y], k) => {
        const [nextX, nextY] = ring[(k + 1) % ring.length]!
        return sum + (x * nextY - y * nextX) / 2
      }, 0),
    )
  return band.polygons.reduce((sum, [outer, ...holes]) => {
    const taken = holes.reduce((hole, ring) => hole + ringArea(ring.map(spotOf)), 0)
    return sum + ringArea(outer!.map(spotOf)) - taken
  }, 0)
}

/** A square grid of spots around the middle. */
function spots(reaching: number, step: number): Spot[] {
  const axis = Array.from({ length: Math.floor((2 * reaching) / step) + 1 }, (_, k) => k * step - reaching)
  return axis.flatMap((east) => axis.map((north): Spot => [east, north]))
}

/** Blocks of 100 m, 2 km each way. */
function gridTown(): DrawnTown {
  const corners: Record<string, Spot> = {}
  const streets: { through: string[] }[] = []
  const steps = Array.from({ length: 21 }, (_, k) => k - 10)
  for (const column of steps) {
    for (const row of steps) corners[`${column} ${row}`] = [column * 100, row * 100]
    streets.push({ through: steps.map((row) => `${column} ${row}`) })
    streets.push({ through: steps.map((row) => `${row} ${column}`) })
  }
  return { corners, streets }
}

const oneStreet: DrawnTown = { corners: { a: [-3000, 0], b: [3000, 0] }, streets: [{ through: ['a', 'b'] }] }

describe('bandsOf', () => {
  it('draws 45 m on either side of a street, and to where the time is over', () => {
    const street: DrawnTown = { corners: { a: [-2000, 0], b: [2000, 0] }, streets: [{ through: ['a', 'b'] }] }
    const [five] = bandsFrom(street, [0, 0])
    expect(holds(five!, [200, 38])).toBe(true)
    expect(holds(five!, [200, 52])).toBe(false)
    expect(holds(five!, [350, 0])).toBe(true)
    expect(holds(five!, [370, 0])).toBe(false)
    // Off the street the time is over earlier, so the ends are pointed: 45 m × 45 m are missing at each.
    const expected = 720 * 90 - 2 * 45 * 45
    expect(areaOf(five!)).toBeGreaterThan(0.95 * expected)
    expect(areaOf(five!)).toBeLessThan(1.01 * expected)
  })

  it('draws bands that lie one in the other', () => {
    const [five, ten, fifteen] = bandsFrom(gridTown(), [0, 0])
    const stray = spots(1200, 37).filter(
      (spot) => (holds(five!, spot) && !holds(ten!, spot)) || (holds(ten!, spot) && !holds(fifteen!, spot)),
    )
    expect(stray).toEqual([])
    expect(areaOf(five!)).toBeLessThan(areaOf(ten!) / 2)
    expect(areaOf(ten!)).toBeLessThan(areaOf(fifteen!) / 1.5)
  })

  it('holds what is reached in time and nothing that is not', () => {
    const graph = drawTown(gridTown())
    const reach = reachFrom(graph, [0, 0])
    const bands = draw(reach)
    const wrong = spots(1000, 50).filter(([east, north]) => {
      if (east % 100 !== 0 && north % 100 !== 0) return false
      const place = snap(reach.walker, at(east, north))
      if (!place.ok) throw new Error(place.refusal)
      const time = walkSeconds(reach, place.value)
      // Twelve seconds are one cell and what the smoothing takes off a corner.
      const isEdge = (band: Band): boolean => Math.abs(time - band.within) <= 12
      return bands.some((band) => !isEdge(band) && holds(band, [east, north]) !== time < band.within)
    })
    expect(wrong).toEqual([])
  })

  it('draws the bands in the order in which they are asked for, a repeated one twice', () => {
    const reach = reachFrom(drawTown(gridTown()), [0, 0])
    const [five, ten] = draw(reach, [seconds(300), seconds(600)])
    expect(draw(reach, [seconds(600), seconds(300), seconds(600)])).toEqual([ten, five, ten])
  })

  it('leaves nothing on the canvas for the next picture, be it larger or smaller', () => {
    const [large, small] = [reachFrom(drawTown(gridTown()), [0, 0]), reachFrom(drawTown(oneStreet), [0, 0])]
    const canvas = prepareCanvas()
    const drawn = [small, large, small].map((reach) => bandsOf(reach, TIMES, canvas))
    expect(drawn).toEqual([draw(small), draw(large), draw(small)])
  })

  it('stops at the bank of a river, crosses by the bridge, and leaves the water out', () => {
    const river: DrawnTown = {
      corners: {
        a: [-600, 0],
        bridgeSouth: [200, 0],
        b: [600, 0],
        c: [-600, 80],
        bridgeNorth: [200, 80],
        d: [600, 80],
      },
      streets: [
        { through: ['a', 'bridgeSouth', 'b'] },
        { through: ['bridgeSouth', 'bridgeNorth'], is: ['level'] },
        { through: ['c', 'bridgeNorth', 'd'] },
      ],
      barriers: [10, 70].map((north) => ({
        kind: 'water' as const,
        line: [[-800, north] as const, [800, north] as const],
      })),
    }
    const fifteen = bandsFrom(river, [0, 0])[2]!
    expect(holds(fifteen, [0, 0])).toBe(true)
    expect(holds(fifteen, [0, -35])).toBe(true)
    expect(holds(fifteen, [0, 40])).toBe(false)
    expect(holds(fifteen, [200, 40])).toBe(true)
    expect(holds(fifteen, [260, 40])).toBe(false)
    expect(holds(fifteen, [0, 90])).toBe(true)
    expect(fifteen.polygons).toHaveLength(1)
  })

  it('stops at the bank wherever the river runs, be it along a row of the raster’s own centres', () => {
    const wide = (north: number): DrawnTown => ({
      corners: { a: [-600, -north], b: [600, -north], c: [-600, north], d: [600, north] },
      streets: [{ through: ['a', 'b'] }, { through: ['c', 'd'] }],
      barriers: [-north + 10, north - 10].map((bank) => ({
        kind: 'water' as const,
        line: [[-800, bank] as const, [800, bank] as const],
      })),
    })
    // Banks a decimetre apart from one drawing to the next: some lie on centres, whatever the cells measure.
    const wet = Array.from({ length: 160 }, (_, step) => 30 + step / 10).filter((north) => {
      const [, , fifteen] = bandsFrom(wide(north), [0, -north])
      return holds(fifteen!, [0, 0]) || holds(fifteen!, [-300, 0])
    })
    expect(wet).toEqual([])
  })

  it('does not spread over a wall, and does through the gate in it', () => {
    const compound: DrawnTown = {
      corners: { a: [-300, 0], gate: [0, 0], b: [300, 0], inside: [0, 100] },
      streets: [{ through: ['a', 'gate', 'b'] }, { through: ['gate', 'inside'] }],
      barriers: [
        {
          kind: 'wall',
          line: [
            [-200, 12],
            [200, 12],
            [200, 200],
            [-200, 200],
            [-200, 12],
          ],
        },
      ],
    }
    const [, ten] = bandsFrom(compound, [-100, 0])
    expect(holds(ten!, [-150, 0])).toBe(true)
    expect(holds(ten!, [-150, 30])).toBe(false)
    expect(holds(ten!, [20, 60])).toBe(true)
    expect(holds(ten!, [-40, 60])).toBe(true)
  })

  it('drops holes below half a hectare and keeps larger ones', () => {
    const block = (side: number): DrawnTown => ({
      corners: { a: [0, 0], b: [side, 0], c: [side, side], d: [0, side] },
      streets: [{ through: ['a', 'b', 'c', 'd', 'a'] }],
    })
    // What is left inside a block is 90 m less wide than the block.
    const [, , small] = bandsFrom(block(150), [0, 0])
    const [, , large] = bandsFrom(block(190), [0, 0])
    expect(small!.polygons.map((rings) => rings.length)).toEqual([1])
    expect(large!.polygons.map((rings) => rings.length)).toEqual([2])
  })

  it('draws the short stretch around an origin that reaches no corner', () => {
    const walker = prepareWalker(drawTown(oneStreet), PROFILES.adult)
    const origin = snap(walker, at(0, 20))
    if (!origin.ok) throw new Error(origin.refusal)
    const [band] = draw(search(walker, [origin.value], seconds(120)), [seconds(120)])
    expect(holds(band!, [110, 0])).toBe(true)
    expect(holds(band!, [140, 0])).toBe(false)
  })

  it('draws nothing for a reach from nowhere', () => {
    const walker = prepareWalker(drawTown({ corners: {}, streets: [] }), PROFILES.adult)
    expect(draw(search(walker, [], seconds(900))).map(({ polygons }) => polygons)).toEqual([[], [], []])
  })

  it('refuses a band beyond the reach, naming it', () => {
    const reach = reachFrom(drawTown(gridTown()), [0, 0])
    expect(() => draw(reach, [seconds(901)])).toThrow(/901/)
    expect(() => draw(reach, [seconds(NaN)])).toThrow(/NaN/)
  })

  it('is small enough to be sent to the map', () => {
    const outlines = bandsFrom(gridTown(), [0, 0]).flatMap(({ polygons }) => polygons.flat(2))
    expect(outlines.length).toBeLessThan(600)
  })
})

describe('bands filled to blocks', () => {
  const filled = (town: DrawnTown, from: Spot): Band[] =>
    bandsOf(reachFrom(drawTown(town), from), TIMES, prepareCanvas(), BLOCKS)
  const block = (side: number, barriers: DrawnTown['barriers'] = []): DrawnTown => ({
    corners: { a: [0, 0], b: [side, 0], c: [side, side], d: [0, side] },
    streets: [{ through: ['a', 'b', 'c', 'd', 'a'] }],
    barriers,
  })
  const square = (west: number, south: number, side: number): Spot[] => [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ]

  it('reach the middle of a block of 240 m when there is time for the way there, and of a larger one that is enclosed', () => {
    // The far corner of a block of 240 m is 480 m away: 6 minutes and 40 seconds.
    const [five, ten] = filled(block(240), [0, 0])
    expect(holds(ten!, [120, 120])).toBe(true)
    expect(holds(five!, [200, 200])).toBe(false)
    expect(holds(filled(block(340), [0, 0])[2]!, [170, 170])).toBe(true)
    expect(filled(block(340), [0, 0])[2]!.polygons.map((rings) => rings.length)).toEqual([1])
  })

  it('get 120 m off the last street, less where the time is over', () => {
    const [five] = filled(oneStreet, [0, 0])
    expect(holds(five!, [0, 112])).toBe(true)
    expect(holds(five!, [0, 128])).toBe(false)
    // 360 m in five minutes: 340 m along there are 20 m left.
    expect(holds(five!, [340, 15])).toBe(true)
    expect(holds(five!, [340, 75])).toBe(false)
  })

  it('leave a middle open that is wider than any block', () => {
    const [, , fifteen] = filled(block(480), [0, 0])
    expect(holds(fifteen!, [240, 240])).toBe(false)
    expect(fifteen!.polygons[0]).toHaveLength(2)
  })

  it('leave out a lake within a block, and what lies behind a wall', () => {
    const lake = block(340, [{ kind: 'water', line: square(120, 120, 100) }])
    expect(holds(filled(lake, [0, 0])[2]!, [170, 170])).toBe(false)
    expect(holds(filled(lake, [0, 0])[2]!, [60, 170])).toBe(true)
    const walled = block(340, [{ kind: 'wall', line: square(60, 60, 220) }])
    expect(holds(filled(walled, [0, 0])[2]!, [170, 170])).toBe(false)
  })

  it('hold all that the streets alone hold, lie one in the other, and need fewer points', () => {
    const reach = reachFrom(drawTown(gridTown()), [0, 0])
    const [plain, wide] = [draw(reach), bandsOf(reach, TIMES, prepareCanvas(), BLOCKS)]
    for (const spot of spots(1100, 45)) {
      const [five, ten, fifteen] = wide.map((band) => holds(band, spot))
      expect([!five || ten, !ten || fifteen]).toEqual([true, true])
    }
    const lost = spots(1100, 45).filter((spot) =>
      plain.some((band, k) => holds(band, spot) && !holds(wide[k]!, spot)),
    )
    // Smoothing takes a cell off a corner.
    expect(lost.length / spots(1100, 45).length).toBeLessThan(0.01)
    const points = (bands: Band[]): number => bands.flatMap(({ polygons }) => polygons.flat(2)).length
    expect(points(wide)).toBeLessThanOrEqual(points(plain))
  })
})
