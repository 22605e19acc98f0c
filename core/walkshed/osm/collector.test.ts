import { POINT } from '../build/network'
import { EDGE } from '../graph/street-graph'
import { StreetCollector } from './collector'

const everywhere = (): boolean => true

/** Points 1 to 5, a hundredth of a degree apart. */
function withPoints(keeps: (longitude: number, latitude: number) => boolean = everywhere): StreetCollector {
  const collector = new StreetCollector(keeps)
  for (let id = 1; id <= 5; id++) collector.point(id, 121 + id / 100, 31, {})
  return collector
}

describe('StreetCollector', () => {
  it('ends a way where it leaves the area and begins it anew where it comes back', () => {
    const collector = withPoints((longitude) => Math.abs(longitude - 121.03) > 0.001)
    collector.way(1, [1, 2, 3, 4, 5], { highway: 'footway' })
    expect(collector.finish().network.ways.map(({ points }) => points.length)).toEqual([2, 2])
  })

  it('counts a way none of whose points lie in the area, and one that names unknown points', () => {
    const collector = withPoints(() => false)
    collector.way(1, [1, 2], { highway: 'footway' })
    collector.way(2, [98, 99], { natural: 'water' })
    expect(collector.tally).toMatchObject({ ways: 2, outside: 2, streets: 0, barriers: 0 })
  })

  it('keeps an arterial without walkers for those who cross it, and drops another street without walkers', () => {
    const collector = withPoints()
    collector.way(1, [1, 2], { highway: 'primary', foot: 'no' })
    collector.way(2, [2, 3], { highway: 'residential', access: 'private' })
    expect(collector.finish().network.ways).toEqual([
      { points: [0, 1], walkable: false, flags: 0, name: '', arterial: 2 },
    ])
  })

  it('counts what nobody walks on by reason, in ways and metres within the area', () => {
    const collector = withPoints((longitude) => longitude < 121.035)
    collector.way(1, [1, 2], { highway: 'residential', access: 'private' })
    collector.way(2, [2, 3, 4, 5], { highway: 'trunk', bridge: 'yes', name: '高架' })
    collector.way(3, [1, 2, 3], { highway: 'trunk_link', bridge: 'yes' })
    const { refused } = collector.tally
    expect(Object.keys(refused)).toEqual(['private', 'expressway on a bridge, or a ramp to it'])
    expect(refused.private?.ways).toBe(1)
    // A hundredth of a degree of longitude is 953 m here.
    expect(refused.private?.metres).toBeCloseTo(953, 0)
    expect(refused['expressway on a bridge, or a ramp to it']?.ways).toBe(2)
    expect(refused['expressway on a bridge, or a ramp to it']?.metres).toBeCloseTo(3 * 953.1, 0)
  })

  it('takes the lines that a lake is made of as its shore, and no houses', () => {
    const collector = withPoints()
    collector.way(1, [1, 2], {})
    collector.way(2, [2, 3], { building: 'yes' })
    collector.way(3, [3, 4], { barrier: 'wall' })
    collector.relation([1, 2, 3, 77], { type: 'multipolygon', natural: 'water', name: '环浜' })
    collector.relation([1], { type: 'route', route: 'bus' })
    expect(collector.finish().network.barriers.map(({ kind, name }) => [kind, name])).toEqual([
      ['wall', ''],
      ['water', '环浜'],
    ])
  })

  it('keeps what its points say', () => {
    const collector = new StreetCollector(everywhere)
    collector.point(1, 121, 31, { barrier: 'gate', name: '东门', access: 'private' })
    collector.point(2, 121, 31.01, { barrier: 'stile', name: '不是门' })
    collector.way(1, [1, 2], { highway: 'steps', name: '石阶' })
    const { network } = collector.finish()
    expect(network.flags).toEqual([POINT.gate | POINT.closed, POINT.wheelchairBarred])
    expect([...network.pointNames]).toEqual([[0, '东门']])
    expect(network.ways[0]).toMatchObject({ flags: EDGE.steps, name: '石阶', walkable: true })
  })
})
