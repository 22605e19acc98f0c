import fc from 'fast-check'
import { straightLine } from '../../kernel/distance'
import { metres, seconds, type Wgs84 } from '../../kernel/units'
import { POINT } from '../build/network'
import type { StreetGraph } from '../graph/street-graph'
import { graphOf, randomNetwork, randomPlace, snapOf } from '../testing/random-graph'
import { at, drawTown, spotOf, type Spot } from '../testing/town'
import { PROFILES, type Profile } from '../walk/profile'
import { walkSeconds } from '../walk/arrival'
import { search } from '../walk/search'
import { snap } from '../walk/snap'
import { allows, prepareWalker } from '../walk/walker'
import { pathTo, type WalkPath } from './path'

function pathBetween(
  graph: StreetGraph,
  from: Spot,
  to: Spot,
  profile: Profile = PROFILES.adult,
): WalkPath | undefined {
  const walker = prepareWalker(graph, profile)
  const [origin, place] = [from, to].map((spot) => {
    const answer = snap(walker, at(...spot))
    if (!answer.ok) throw new Error(`${spot.join(', ')}: ${answer.refusal}`)
    return answer.value
  })
  return pathTo(search(walker, [origin!], seconds(3600)), place!)
}

const lengthOf = (line: readonly Wgs84[]): number =>
  line.slice(1).reduce((sum, position, index) => sum + straightLine(line[index]!, position), 0)

/** From 甲路 around the corner, over an arterial, through a gate, up some steps. */
const TOWN = drawTown({
  corners: {
    ...{ start: [0, 0], corner: [200, 0], road: [200, 100], gate: [200, 160] },
    ...{ foot: [200, 200], top: [200, 212], end: [200, 300], west: [100, 100], east: [300, 100] },
  },
  streets: [
    { through: ['start', 'corner'], name: '甲路' },
    { through: ['corner', 'road', 'gate'], name: '乙路' },
    { through: ['west', 'road', 'east'], name: '大道', arterial: 'two-way' },
    { through: ['gate', 'foot'], name: '乙路' },
    { through: ['foot', 'top'], is: ['steps'] },
    { through: ['top', 'end'] },
  ],
  marks: { gate: POINT.gate },
  names: { gate: '三号门' },
})

describe('pathTo', () => {
  it('tells street by street how far, which way to turn, and through which gate', () => {
    const path = pathBetween(TOWN, [50, 10], [210, 250])!
    expect(path.legs.map(({ kind, street, turn, gates }) => [kind, street, turn, gates])).toEqual([
      ['off_street', '', 'start', []],
      ['street', '甲路', 'left', []],
      ['street', '乙路', 'left', ['三号门']],
      ['steps', '', 'straight', []],
      ['street', '', 'straight', []],
      ['off_street', '', 'right', []],
    ])
    expect(path.legs.map((leg) => Math.round(leg.metres))).toEqual([10, 150, 200, 12, 38, 10])
    expect(path.waiting).toBeCloseTo(30, 6)
    expect(path.metres).toBeCloseTo(420, 0)
    expect(path.seconds).toBeCloseTo(420 / 1.2 + 30, 0)
  })

  it('draws the walk from the place itself to the place itself', () => {
    const { line, metres: walked } = pathBetween(TOWN, [50, 10], [210, 250])!
    const corners = line.map(spotOf)
    expect(corners[0]![0]).toBeCloseTo(50, 0)
    expect(corners[0]![1]).toBeCloseTo(10, 0)
    expect(corners[corners.length - 1]![0]).toBeCloseTo(210, 0)
    expect(corners).toContainEqual([expect.closeTo(200, 0), expect.closeTo(0, 0)])
    expect(Math.abs(lengthOf(line) - walked)).toBeLessThan(1)
  })

  it('says the same walk backwards on the way back', () => {
    const there = pathBetween(TOWN, [50, 10], [210, 250])!
    const back = pathBetween(TOWN, [210, 250], [50, 10])!
    expect(back.seconds).toBe(there.seconds)
    expect(back.line).toEqual([...there.line].reverse())
    expect(back.legs.map(({ turn }) => turn)).toEqual([
      'start',
      'left',
      'straight',
      'straight',
      'right',
      'right',
    ])
    expect(back.legs[3]!.gates).toEqual(['三号门'])
  })

  it('goes straight along the street to a place on the same one', () => {
    const path = pathBetween(TOWN, [50, 0], [130, 0])!
    expect(path.legs.map(({ kind, street }) => [kind, street])).toEqual([['street', '甲路']])
    expect(path.metres).toBeCloseTo(80, 0)
  })

  it('is no way at all to the place where one already is', () => {
    const path = pathBetween(TOWN, [50, 0], [50, 0])!
    expect([path.seconds, path.metres, path.legs, path.line.length]).toEqual([0, 0, [], 1])
  })

  it('is undefined to a place that is not reached', () => {
    const graph = drawTown({
      corners: { a: [0, 0], b: [100, 0], c: [300, 0], d: [400, 0] },
      streets: [{ through: ['a', 'b'] }, { through: ['c', 'd'] }],
    })
    expect(pathBetween(graph, [0, 0], [350, 0])).toBeUndefined()
  })

  it('is as long as it costs, whatever the network', () => {
    const profile = fc.constantFrom<Profile>(...Object.values(PROFILES))
    fc.assert(
      fc.property(randomNetwork, profile, randomPlace, randomPlace, (network, walking, one, other) => {
        const graph = graphOf(network)
        const walker = prepareWalker(graph, walking)
        const [origin, place] = [snapOf(graph, one), snapOf(graph, other)]
        if (!allows(walker, origin.edge) || !allows(walker, place.edge)) return
        const reach = search(walker, [origin], seconds(1800))
        const path = pathTo(reach, place)
        const expected = walkSeconds(reach, place)
        if (!path) {
          expect(expected).toBe(Infinity)
          return
        }
        const legs = path.legs.reduce((sum, leg) => sum + leg.metres, 0)
        expect(legs).toBeCloseTo(path.metres, 6)
        expect(path.metres / walking.metresPerSecond + path.waiting).toBeCloseTo(path.seconds, 6)
        expect(path.seconds).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('runs along streets, not across country', () => {
    const path = pathBetween(TOWN, [50, 10], [210, 250])!
    const beeline = straightLine(path.line[0]!, path.line[path.line.length - 1]!)
    expect(path.metres).toBeGreaterThan(metres(beeline * 1.3))
  })
})
