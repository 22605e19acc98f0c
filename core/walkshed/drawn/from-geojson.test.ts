import { buildGraph } from '../build/build-graph'
import type { StreetGraph } from '../graph/street-graph'
import { at, spotOf, type Spot } from '../testing/town'
import { PROFILES } from '../walk/profile'
import { walkSeconds } from '../walk/arrival'
import { search } from '../walk/search'
import { snap } from '../walk/snap'
import { prepareWalker } from '../walk/walker'
import { seconds, wgs84 } from '../../kernel/units'
import { readGeoJsonStreets, type DrawnStreets } from './from-geojson'
import { readRings } from './geojson'

const everywhere = (): boolean => true
type Properties = Record<string, unknown>

const line = (properties: Properties, ...spots: Spot[]): object =>
  feature('LineString', spots.map(place), properties)
const point = (properties: Properties, spot: Spot): object => feature('Point', place(spot), properties)
const place = ([east, north]: Spot): number[] => [...at(east, north)]
const feature = (type: string, coordinates: unknown, properties: Properties): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const read = (...features: object[]): DrawnStreets =>
  readGeoJsonStreets({ type: 'FeatureCollection', features }, everywhere)

function walkAcross({ network }: DrawnStreets, from: Spot, to: Spot): number {
  const graph: StreetGraph = buildGraph(network, { source: '', sketch: true, components: 'all' }).graph
  const walker = prepareWalker(graph, PROFILES.adult)
  const [origin, goal] = [from, to].map((spot) => {
    const answer = snap(walker, at(...spot))
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value
  })
  return walkSeconds(search(walker, [origin!], seconds(3600)), goal!)
}

const STREET = { highway: 'residential', name: '甲路' }

describe('readGeoJsonStreets', () => {
  it('joins streets that share a point, or end within a metre of another', () => {
    const shared = read(line(STREET, [0, 0], [60, 0]), line(STREET, [60, 0], [60, 60]))
    expect(walkAcross(shared, [0, 0], [60, 60])).toBeCloseTo(100, 0)
    const touching = read(line(STREET, [0, 0], [120, 0]), line(STREET, [60, 0.8], [60, 60]))
    expect(touching.joined).toBe(1)
    expect(walkAcross(touching, [0, 0], [60, 60])).toBeCloseTo(100, 0)
    const apart = read(line(STREET, [0, 0], [120, 0]), line(STREET, [60, 1.4], [60, 60]))
    expect(apart.joined).toBe(0)
    expect(walkAcross(apart, [0, 0], [60, 60])).toBe(Infinity)
  })

  it('does not join streets that only cross, and says where', () => {
    const crossing = read(line(STREET, [0, 0], [100, 0]), line(STREET, [50, -50], [50, 50]))
    expect(crossing.unjoined.map(([longitude, latitude]) => spotOf(wgs84(longitude, latitude)))).toEqual([
      [expect.closeTo(50, 0), expect.closeTo(0, 0)],
    ])
    expect(walkAcross(crossing, [0, 0], [50, 50])).toBe(Infinity)
    const bridge = read(
      line(STREET, [0, 0], [100, 0]),
      line({ ...STREET, bridge: 'yes' }, [50, -50], [50, 50]),
    )
    expect(bridge.unjoined).toEqual([])
  })

  it('puts a gate onto the street that it stands on, and reports one that stands on none', () => {
    const streets = [line(STREET, [0, 0], [120, 0])]
    const locked = read(...streets, point({ barrier: 'gate', locked: true, name: '东门' }, [60, 3]))
    expect(walkAcross(locked, [0, 0], [120, 0])).toBe(Infinity)
    const open = read(...streets, point({ barrier: 'gate', name: '东门' }, [60, 3]))
    expect(walkAcross(open, [0, 0], [120, 0])).toBeCloseTo(100, 0)
    expect([...open.network.pointNames.values()]).toEqual(['东门'])
    expect(read(...streets, point({ barrier: 'gate' }, [60, 30])).lostGates).toEqual([2])
  })

  it('reads water as an area and walls as lines, and drops what is neither street nor barrier', () => {
    const pond = feature(
      'Polygon',
      [
        [
          [0, 0],
          [50, 0],
          [50, 50],
        ].map((spot) => place(spot as unknown as Spot)),
      ],
      {
        natural: 'water',
        name: '环浜',
      },
    )
    const { network, tally } = read(
      pond,
      line({ barrier: 'wall' }, [0, 0], [9, 9]),
      line({ power: 'line' }, [0, 0], [9, 9]),
    )
    expect(network.barriers.map(({ kind, name, line: drawn }) => [kind, name, drawn.length])).toEqual([
      ['water', '环浜', 4],
      ['wall', '', 2],
    ])
    expect(tally).toMatchObject({ ways: 3, streets: 0, barriers: 2 })
  })

  it('leaves out what lies outside the area', () => {
    const nearMiddle = (longitude: number): boolean => longitude < at(100, 0)[0]
    const json = line(STREET, [0, 0], [50, 0], [150, 0], [250, 0])
    expect(readGeoJsonStreets(json, nearMiddle).network.ways.map(({ points }) => points.length)).toEqual([2])
    expect(readGeoJsonStreets(line(STREET, [200, 0], [300, 0]), nearMiddle).tally).toMatchObject({
      outside: 1,
    })
  })

  it.each([
    ['a list', [], /not GeoJSON/],
    ['nothing', null, /not GeoJSON/],
    ['another format', { type: 'Topology' }, /"Topology"/],
    ['no features', { type: 'FeatureCollection' }, /features/],
    ['a feature that is none', { type: 'FeatureCollection', features: [7] }, /feature 1/],
    [
      'a longitude that is none',
      {
        type: 'LineString',
        coordinates: [
          [null, 0],
          [1, 1],
        ],
      },
      /feature 1 .*longitude null/,
    ],
    [
      'a latitude off the globe',
      {
        type: 'LineString',
        coordinates: [
          [0, 91],
          [1, 1],
        ],
      },
      /feature 1 .*latitude 91/,
    ],
    ['a line of one point', { type: 'LineString', coordinates: [[0, 1]] }, /fewer than two/],
    ['an unknown geometry', { type: 'Feature', geometry: { type: 'Circle', coordinates: [] } }, /"Circle"/],
  ])('refuses %s, saying what is wrong', (_, json, message) => {
    expect(() => readGeoJsonStreets(json, everywhere)).toThrow(message)
  })

  it('refuses a boundary without an area', () => {
    expect(() => readRings(line({}, [0, 0], [1, 1]))).toThrow(/no Polygon/)
    expect(
      readRings(
        feature(
          'MultiPolygon',
          [
            [
              [
                [0, 0],
                [1, 0],
                [1, 1],
              ],
            ],
          ],
          {},
        ),
      ),
    ).toHaveLength(1)
  })
})
