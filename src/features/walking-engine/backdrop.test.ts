import { decodeGraph } from '../../../core/walkshed'
import { facility, kind, spot, townGraph } from '../../testing/circle-fixture'
import { backdropOf } from './backdrop'

const decoded = decodeGraph(townGraph())
if (!decoded.ok) throw new Error(decoded.refusal)
const kinds = [kind('公园'), kind('菜场')]
const backdrop = backdropOf({
  graph: decoded.value,
  places: {
    kinds,
    facilities: [
      facility('柳坡公园', { kindId: '公园', position: spot(300, 190) }),
      facility('没定公园', { kindId: '公园', position: null }),
      facility('柳街菜场'),
    ],
  },
})
const named = (text: string) => backdrop.names.find((name) => name.text === text)

describe('what the map shows below the bands', () => {
  it('names streets, water and parks once each, water and parks first', () => {
    expect(backdrop.names.map(({ text, kind }) => [text, kind])).toEqual([
      ['柳河', 'water'],
      ['柳坡公园', 'green'],
      ['柳街', 'street'],
      ['柳坡', 'street'],
    ])
  })

  it('writes a name along its street, never upside down', () => {
    expect(named('柳街')?.spots[0]?.angle).toBeCloseTo(0, 0)
    expect(named('柳坡')?.spots[0]?.angle).toBeCloseTo(90, 0)
    // 柳街 is 1,400 m long: its first choice is near the middle.
    const east = ((named('柳街')?.spots[0]?.at[0] ?? 0) - 121.4) * 95_200
    expect(Math.abs(east - 700)).toBeLessThan(350)
  })

  it('draws parks that have a place, and water', () => {
    expect(backdrop.parks).toEqual([spot(300, 190)])
    expect(backdrop.water).toHaveLength(1)
    expect(backdrop.greenWays).toEqual([])
  })
})
