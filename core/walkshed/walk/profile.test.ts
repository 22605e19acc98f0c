import { seconds } from '../../kernel/units'
import type { StreetGraph } from '../graph/street-graph'
import { at, drawTown, type DrawnTown, type Spot } from '../testing/town'
import { walkSeconds } from './arrival'
import { adjustProfile, PROFILES, type ProfileName } from './profile'
import { search } from './search'
import { snap, type Snap } from './snap'
import { prepareWalker } from './walker'

/** Seconds from spot to spot, `Infinity` when there is no way, to a tenth. */
function walk(graph: StreetGraph, from: Spot, to: Spot, name: ProfileName = 'adult'): number {
  const walker = prepareWalker(graph, PROFILES[name])
  const tie = (spot: Spot): Snap => {
    const answer = snap(walker, at(...spot))
    if (!answer.ok) throw new Error(`${spot.join(', ')} is not connected: ${answer.refusal}`)
    return answer.value
  }
  return Math.round(walkSeconds(search(walker, [tie(from)], seconds(3600)), tie(to)) * 10) / 10
}

/** Steps straight up, and a ramp of 180 m around them. */
const STEPS_BESIDE_RAMP: DrawnTown = {
  corners: { south: [0, 0], foot: [0, 100], top: [0, 160], north: [0, 260], bend: [60, 130] },
  streets: [
    { through: ['south', 'foot'], is: ['verified'] },
    { through: ['foot', 'top'], is: ['steps'] },
    { through: ['foot', 'bend', 'top'], is: ['verified'] },
    { through: ['top', 'north'], is: ['verified'] },
  ],
}
const RAMP = 2 * Math.hypot(60, 30)

describe('profiles', () => {
  it('walk 240 m in the times of their speeds', () => {
    const street = { through: ['a', 'b'], is: ['verified'] } as const
    const graph = drawTown({ corners: { a: [0, 0], b: [240, 0] }, streets: [street] })
    const times = (['adult', 'elder', 'wheelchair', 'stroller'] as const).map((name) =>
      walk(graph, [0, 0], [240, 0], name),
    )
    expect(times).toEqual([200, 300, 342.9, 240])
  })

  it('take the steps on foot and the ramp on wheels', () => {
    const graph = drawTown(STEPS_BESIDE_RAMP)
    expect(walk(graph, [0, 0], [0, 260])).toBeCloseTo(260 / 1.2, 0)
    expect(walk(graph, [0, 0], [0, 260], 'stroller')).toBeCloseTo(200 + RAMP, 0)
    expect(walk(graph, [0, 0], [0, 260], 'wheelchair')).toBeCloseTo((200 + RAMP) / 0.7, 0)
  })

  it('end before steps without a ramp when on wheels', () => {
    const graph = drawTown({
      ...STEPS_BESIDE_RAMP,
      streets: STEPS_BESIDE_RAMP.streets.filter((_, at) => at !== 2),
    })
    expect(walk(graph, [0, 0], [0, 260])).toBeLessThan(Infinity)
    expect(walk(graph, [0, 0], [0, 260], 'stroller')).toBe(Infinity)
    expect(walk(graph, [0, 0], [0, 260], 'wheelchair')).toBe(Infinity)
  })

  it('give a wheelchair no way over what nobody has verified, and a stroller one', () => {
    const streets = STEPS_BESIDE_RAMP.streets.map((street, index) =>
      index === 2 ? { through: street.through } : street,
    )
    const graph = drawTown({ ...STEPS_BESIDE_RAMP, streets })
    expect(walk(graph, [0, 0], [0, 260], 'wheelchair')).toBe(Infinity)
    expect(walk(graph, [0, 0], [0, 260], 'stroller')).toBeLessThan(Infinity)
  })

  it('pay 30 s to cross an arterial, and half of it to join one', () => {
    const graph = drawTown({
      corners: { south: [0, -120], middle: [0, 0], north: [0, 120], west: [-120, 0], east: [120, 0] },
      streets: [
        { through: ['south', 'middle', 'north'], name: '小路' },
        { through: ['west', 'middle', 'east'], name: '大道', arterial: 'two-way' },
      ],
    })
    expect(walk(graph, [0, -120], [0, 120])).toBe(230)
    expect(walk(graph, [0, -120], [120, 0])).toBe(215)
    expect(walk(graph, [-120, 0], [120, 0])).toBe(200)
    expect(walk(graph, [0, -120], [0, 120], 'elder')).toBe(330)
  })

  it('pay once to cross both carriageways of an arterial', () => {
    const graph = drawTown({
      corners: {
        ...{ south: [0, -120], near: [0, 0], far: [0, 12], north: [0, 132] },
        ...{ west: [-120, 0], east: [120, 0], farWest: [-120, 12], farEast: [120, 12] },
      },
      streets: [
        { through: ['south', 'near', 'far', 'north'], name: '小路' },
        { through: ['west', 'near', 'east'], name: '大道', arterial: 'one-way' },
        { through: ['farEast', 'far', 'farWest'], name: '大道', arterial: 'one-way' },
      ],
    })
    expect(walk(graph, [0, -120], [0, 132])).toBe(240)
  })

  it('walk under or over an arterial for nothing', () => {
    const graph = drawTown({
      corners: { south: [0, -120], north: [0, 120], west: [-120, 0], east: [120, 0] },
      streets: [
        { through: ['south', 'north'], is: ['level'] },
        { through: ['west', 'east'], name: '大道', arterial: 'two-way' },
      ],
    })
    expect(walk(graph, [0, -120], [0, 120])).toBe(200)
  })

  it('go around by the one bridge over the river, and through the gate in the wall', () => {
    const river = drawTown({
      corners: { a: [0, 0], b: [300, 0], c: [300, 60], d: [0, 60] },
      streets: [{ through: ['a', 'b', 'c', 'd'] }],
      barriers: [{ kind: 'water', line: [[-50, 30] as const, [350, 30] as const] }],
    })
    expect(walk(river, [0, 0], [0, 60])).toBe(550)
    const wall = drawTown({
      corners: { a: [0, 0], b: [96, 0], c: [96, 60], d: [0, 60] },
      streets: [{ through: ['a', 'b', 'c', 'd'] }],
      barriers: [{ kind: 'wall', line: [[-50, 30] as const, [350, 30] as const] }],
    })
    expect(walk(wall, [0, 20], [0, 40])).toBeCloseTo((20 + 96 + 60 + 96 + 20) / 1.2, 1)
  })

  it('do not reach an island', () => {
    const graph = drawTown({
      corners: { a: [0, 0], b: [200, 0], c: [500, 0], d: [600, 0] },
      streets: [{ through: ['a', 'b'] }, { through: ['c', 'd'] }],
    })
    expect(walk(graph, [0, 0], [550, 0])).toBe(Infinity)
  })

  it('start on a node as well as in the middle of a long street', () => {
    const graph = drawTown({
      corners: { a: [0, 0], b: [600, 0], c: [600, 120] },
      streets: [{ through: ['a', 'b'] }, { through: ['b', 'c'] }],
    })
    expect(walk(graph, [600, 0], [600, 120])).toBe(100)
    expect(walk(graph, [300, 0], [600, 120])).toBe(350)
    expect(walk(graph, [300, 0], [240, 0])).toBe(50)
    expect(walk(graph, [300, 12], [240, 24])).toBe(80)
  })

  it('take another speed or cost of crossing, and refuse what is none, naming it', () => {
    expect(adjustProfile(PROFILES.adult, { metresPerSecond: 1.5 })).toMatchObject({
      metresPerSecond: 1.5,
      crossing: 30,
    })
    for (const metresPerSecond of [NaN, 0, -1, 0.05, 5]) {
      expect(() => adjustProfile(PROFILES.adult, { metresPerSecond })).toThrow(
        new RegExp(`metresPerSecond.*${metresPerSecond}`),
      )
    }
    for (const crossing of [NaN, -1, 601]) {
      expect(() => adjustProfile(PROFILES.adult, { crossing: seconds(crossing) })).toThrow(
        new RegExp(`crossing.*${crossing}`),
      )
    }
    const graph = drawTown({ corners: {}, streets: [] })
    expect(() => prepareWalker(graph, { ...PROFILES.adult, metresPerSecond: NaN })).toThrow('NaN')
  })
})
