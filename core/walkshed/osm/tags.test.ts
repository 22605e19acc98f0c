import { EDGE } from '../graph/street-graph'
import { readBarrier, readPoint, readStreet } from './tags'

const OPEN = { gate: true, closed: false, wheelchairBarred: false }

describe('readStreet', () => {
  it.each([
    [{ highway: 'residential' }],
    [{ highway: 'footway' }],
    [{ highway: 'trunk' }],
    [{ highway: 'motorway', foot: 'yes' }],
    [{ highway: 'service', access: 'private', foot: 'designated' }],
    [{ highway: 'path', access: 'no', foot: 'permissive' }],
  ])('lets one walk on %j', (tags) => {
    expect(readStreet(tags).refused).toBeUndefined()
  })

  it.each([
    [{ building: 'yes' }, 'not a street'],
    [{ highway: 'motorway' }, 'motorway'],
    [{ highway: 'motorway_link' }, 'motorway'],
    [{ highway: 'raceway' }, 'no way for walkers'],
    [{ highway: 'busway' }, 'no way for walkers'],
    [{ highway: 'construction', foot: 'yes' }, 'under construction'],
    [{ highway: 'residential', construction: 'yes' }, 'under construction'],
    [{ route: 'ferry', foot: 'yes' }, 'not a street'],
    [{ railway: 'rail' }, 'not a street'],
    [{ highway: 'service', access: 'military' }, 'private'],
    [{ highway: 'service', access: 'permit' }, 'private'],
    [{ highway: 'primary', foot: 'no' }, 'walking forbidden'],
    [{ highway: 'secondary', foot: 'use_sidepath' }, 'walking forbidden'],
    [{ highway: 'trunk', motorroad: 'yes' }, 'walking forbidden'],
    [{ highway: 'service', access: 'no' }, 'walking forbidden'],
    [{ highway: 'service', access: 'private' }, 'private'],
    [{ highway: 'footway', foot: 'private' }, 'private'],
  ])('does not let one walk on %j: %s', (tags, refused) => {
    expect(readStreet(tags as Record<string, string>).refused).toBe(refused)
  })

  it.each([
    [{ highway: 'trunk', bridge: 'yes', name: '延安高架路' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk', bridge: 'viaduct' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk_link', bridge: 'yes' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk_link' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk', bridge: 'yes', sidewalk: 'no' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk', bridge: 'yes', sidewalk: 'separate' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk', layer: '1' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'trunk', layer: '-2' }, 'expressway on a bridge, or a ramp to it'],
    [{ highway: 'primary', 'name:en': 'North-South Elevated Road' }, 'called an expressway or a tunnel'],
    [{ highway: 'secondary', name: 'S20', 'name:zh': '外环隧道' }, 'called an expressway or a tunnel'],
    [{ highway: 'trunk', tunnel: 'yes' }, 'road tunnel'],
    [{ highway: 'secondary', tunnel: 'yes', name: '复兴东路' }, 'road tunnel'],
    [{ highway: 'primary', name: '延安东路隧道' }, 'called an expressway or a tunnel'],
    [{ highway: 'secondary_link', name: '人民路隧道' }, 'called an expressway or a tunnel'],
    [{ highway: 'primary', name: '某某快速路' }, 'called an expressway or a tunnel'],
    [{ highway: 'primary', 'highway:CN:urban': 'expressway' }, 'called an expressway or a tunnel'],
  ])('leaves to cars %j: %s', (tags, refused) => {
    expect(readStreet(tags as Record<string, string>).refused).toBe(refused)
  })

  it.each([
    [{ highway: 'trunk', layer: '0' }],
    [{ highway: 'trunk', layer: '1', sidewalk: 'right' }],
    [{ highway: 'primary', layer: '1', bridge: 'yes' }],
    [{ highway: 'trunk', bridge: 'yes', foot: 'yes' }],
    [{ highway: 'trunk', bridge: 'yes', sidewalk: 'both' }],
    [{ highway: 'trunk_link', 'sidewalk:right': 'yes' }],
    [{ highway: 'trunk', tunnel: 'building_passage' }],
    [{ highway: 'secondary', tunnel: 'yes', sidewalk: 'left' }],
    [{ highway: 'primary', bridge: 'yes', name: '武宁路桥' }],
    [{ highway: 'tertiary', tunnel: 'yes' }],
    [{ highway: 'footway', tunnel: 'yes', name: '外滩人行隧道' }],
    [{ highway: 'footway', bridge: 'yes', name: '高架步道' }],
    [{ highway: 'secondary', name: '中环路辅道' }],
    [{ highway: 'primary', name: '延安高架路地面道路' }],
  ])('lets one walk on %j all the same', (tags) => {
    expect(readStreet(tags as Record<string, string>).refused).toBeUndefined()
  })

  it('reads steps, ramps, bridges and what is known about wheels', () => {
    const flags = (tags: Record<string, string>): number => readStreet({ highway: 'footway', ...tags }).flags
    expect(flags({ highway: 'steps' })).toBe(EDGE.steps)
    expect(flags({ highway: 'steps', 'ramp:wheelchair': 'yes' })).toBe(0)
    expect(flags({ bridge: 'yes' })).toBe(EDGE.level)
    expect(flags({ tunnel: 'building_passage' })).toBe(0)
    expect(flags({ wheelchair: 'yes' })).toBe(EDGE.verified)
    expect(flags({ wheelchair: 'limited' })).toBe(0)
    expect(flags({ wheelchair: 'no' })).toBe(EDGE.wheelchairBarred)
    expect(flags({ footway: 'crossing' })).toBe(EDGE.crossing)
  })

  it('tells an arterial, both its carriageways or one, unless it passes above or below', () => {
    const arterial = (tags: Record<string, string>): number => readStreet(tags).arterial
    expect(arterial({ highway: 'primary' })).toBe(2)
    expect(arterial({ highway: 'secondary', oneway: 'yes' })).toBe(1)
    expect(arterial({ highway: 'primary', bridge: 'viaduct' })).toBe(0)
    expect(arterial({ highway: 'tertiary' })).toBe(0)
  })
})

describe('readPoint', () => {
  it('closes a gate that walkers may not pass, and leaves a car barrier open to them', () => {
    expect(readPoint({ barrier: 'gate' })).toEqual(OPEN)
    expect(readPoint({ barrier: 'gate', access: 'private' })).toEqual({ ...OPEN, closed: true })
    expect(readPoint({ barrier: 'gate', locked: 'yes' })).toEqual({ ...OPEN, closed: true })
    expect(readPoint({ barrier: 'gate', access: 'private', foot: 'yes' })).toEqual(OPEN)
    expect(readPoint({ barrier: 'lift_gate', access: 'private' })).toEqual(OPEN)
    expect(readPoint({ barrier: 'lift_gate', foot: 'no' })).toEqual({ ...OPEN, closed: true })
  })

  it('keeps wheels from stiles, and nobody from a point without a barrier', () => {
    expect(readPoint({ barrier: 'kissing_gate' })).toEqual({
      gate: false,
      closed: false,
      wheelchairBarred: true,
    })
    expect(readPoint({ highway: 'crossing', access: 'no' })).toEqual({ ...OPEN, gate: false })
  })
})

describe('readBarrier', () => {
  it.each([
    [{ natural: 'water' }, 'water'],
    [{ waterway: 'canal' }, 'water'],
    [{ landuse: 'basin' }, 'water'],
    [{ barrier: 'fence' }, 'wall'],
    [{ railway: 'rail' }, 'railway'],
    [{ highway: 'motorway' }, 'expressway'],
    [{ highway: 'trunk', motorroad: 'yes' }, 'expressway'],
    [{ railway: 'subway', tunnel: 'yes' }, undefined],
    [{ highway: 'motorway', bridge: 'yes' }, undefined],
    [{ waterway: 'river', tunnel: 'culvert' }, undefined],
    [{ railway: 'tram' }, undefined],
    [{ barrier: 'bollard' }, undefined],
    [{ highway: 'residential' }, undefined],
  ])('%j is %s', (tags, kind) => {
    expect(readBarrier(tags as Record<string, string>)).toBe(kind)
  })
})
