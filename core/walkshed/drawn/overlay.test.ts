import { seconds } from '../../kernel/units'
import { buildGraph } from '../build/build-graph'
import { at, drawNetwork, type DrawnTown, type Spot } from '../testing/town'
import { walkSeconds } from '../walk/arrival'
import { PROFILES, type ProfileName } from '../walk/profile'
import { search } from '../walk/search'
import { snap } from '../walk/snap'
import { prepareWalker } from '../walk/walker'
import { applyOverlay, type OverlayReport } from './overlay'

type Properties = Record<string, unknown>

/** Two streets 60 m apart that meet only 240 m to the east. */
const TOWN: DrawnTown = {
  corners: { a: [0, 0], b: [240, 0], c: [240, 60], d: [0, 60] },
  streets: [{ through: ['a', 'b'] }, { through: ['b', 'c'] }, { through: ['c', 'd'] }],
}
const AROUND = (240 + 60 + 240) / 1.2

const place = ([east, north]: Spot): number[] => [...at(east, north)]
const shape = (type: string, coordinates: unknown, properties: Properties): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const point = (properties: Properties, spot: Spot): object => shape('Point', place(spot), properties)
const line = (properties: Properties, ...spots: Spot[]): object =>
  shape('LineString', spots.map(place), properties)
const area = (properties: Properties, ...spots: Spot[]): object =>
  shape('Polygon', [spots.map(place)], properties)

/** Lays the features over the town and walks from its south-western to its north-western corner. */
function overlaid(...features: object[]): { report: OverlayReport; walk: (name?: ProfileName) => number } {
  const network = drawNetwork(TOWN)
  const report = applyOverlay(network, { type: 'FeatureCollection', features })
  const { graph } = buildGraph(network, { source: '', sketch: true, components: 'all' })
  const walk = (name: ProfileName = 'adult'): number => {
    const walker = prepareWalker(graph, PROFILES[name])
    const [origin, goal] = [at(0, 0), at(0, 60)].map((position) => snap(walker, position))
    if (!origin!.ok || !goal!.ok) return Infinity
    return walkSeconds(search(walker, [origin!.value], seconds(3600)), goal!.value)
  }
  return { report, walk }
}

describe('applyOverlay', () => {
  it('leaves a town without local knowledge as it is', () => {
    expect(overlaid().walk()).toBeCloseTo(AROUND, 0)
  })

  it('opens a way through by a gate, and does not by a closed one', () => {
    const open = overlaid(line({ kind: 'gate', name: '西门' }, [12, 2], [12, 58]))
    expect(open.report).toEqual({ applied: { gate: 1, crossing: 0, closure: 0, verified: 0 }, unmatched: [] })
    expect(open.walk()).toBeCloseTo((12 + 60 + 12) / 1.2, 0)
    const shut = overlaid(line({ kind: 'gate', open: false }, [12, 2], [12, 58]))
    expect(shut.walk()).toBeCloseTo(AROUND, 0)
  })

  it('closes a street at a gate that is shut', () => {
    expect(overlaid(point({ kind: 'gate', open: true }, [120, 5])).walk()).toBeCloseTo(AROUND, 0)
    expect(overlaid(point({ kind: 'gate', open: false }, [120, 5])).walk()).toBe(Infinity)
  })

  it('makes a crossing cost what crossing an arterial costs', () => {
    expect(overlaid(point({ kind: 'crossing' }, [120, 5])).walk()).toBeCloseTo(AROUND + 30, 0)
    expect(overlaid(line({ kind: 'crossing' }, [12, 2], [12, 58])).walk()).toBeCloseTo(70 + 30, 0)
  })

  it('closes whatever crosses a closure, be it a point, a line or an area', () => {
    expect(overlaid(point({ kind: 'closure' }, [120, 60])).walk()).toBe(Infinity)
    expect(overlaid(line({ kind: 'closure' }, [120, -20], [120, 20])).walk()).toBe(Infinity)
    expect(
      overlaid(area({ kind: 'closure' }, [200, 20], [300, 20], [300, 40], [200, 40], [200, 20])).walk(),
    ).toBe(Infinity)
    expect(overlaid(line({ kind: 'closure' }, [120, 20], [120, 40])).report.unmatched).toEqual([
      { feature: 1, kind: 'closure', name: '' },
    ])
  })

  it('lets wheels go where it is verified that they can, and only there', () => {
    const all = area({ kind: 'verified' }, [-10, -10], [250, -10], [250, 70], [-10, 70], [-10, -10])
    expect(overlaid().walk('wheelchair')).toBe(Infinity)
    expect(overlaid(all).walk('wheelchair')).toBeCloseTo(540 / 0.7, 0)
    const along = line({ kind: 'verified' }, [-5, 3], [243, 3], [243, 57], [-5, 57])
    expect(overlaid(along).walk('wheelchair')).toBeCloseTo(540 / 0.7, 0)
    const notThere = line({ kind: 'verified', wheelchair: 'no' }, [243, -5], [243, 65])
    expect(overlaid(all, notThere).walk('wheelchair')).toBe(Infinity)
    expect(overlaid(all, notThere).walk('stroller')).toBeCloseTo(540, 0)
  })

  it('reports what finds no street within 25 m', () => {
    const { report } = overlaid(
      point({ kind: 'gate', name: '后门' }, [120, 30]),
      point({ kind: 'gate' }, [120, 20]),
    )
    expect(report.unmatched).toEqual([{ feature: 1, kind: 'gate', name: '后门' }])
    expect(report.applied.gate).toBe(1)
  })

  it.each([
    ['no kind', point({}, [0, 0]), /feature 1 has the kind undefined.*gate, crossing, closure, verified/],
    ['an unknown kind', point({ kind: 'door' }, [0, 0]), /"door"/],
    [
      'a gate drawn as an area',
      area({ kind: 'gate' }, [0, 0], [1, 0], [1, 1]),
      /feature 1 is a gate drawn as an area/,
    ],
    ['a verified point', point({ kind: 'verified' }, [0, 0]), /feature 1 is a verified point/],
  ])('refuses %s, naming the feature', (_, feature, message) => {
    expect(() => overlaid(feature)).toThrow(message)
  })
})
