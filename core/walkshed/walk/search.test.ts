import fc from 'fast-check'
import { seconds } from '../../kernel/units'
import {
  graphOf,
  randomEdge,
  randomNetwork,
  randomPlace,
  snapOf,
  type RandomNetwork,
} from '../testing/random-graph'
import { referenceSeconds } from '../testing/reference'
import { walkSeconds, walkTimes } from './arrival'
import { PROFILES, type Profile } from './profile'
import { search } from './search'
import { allows, prepareWalker } from './walker'

const QUARTER_HOUR = seconds(900)
const profile = fc.constantFrom<Profile>(...Object.values(PROFILES))

/** Times from the first place to the others, along allowed edges only; both by the engine and by the book. */
function bothWays(
  network: RandomNetwork,
  walking: Profile,
  places: Parameters<typeof snapOf>[1][],
): [number, number][] {
  const graph = graphOf(network)
  const walker = prepareWalker(graph, walking)
  const [origin, ...others] = places
    .map((place) => snapOf(graph, place))
    .filter(({ edge }) => allows(walker, edge))
  if (!origin) return []
  const times = walkTimes(search(walker, [origin], QUARTER_HOUR), others)
  const reference = referenceSeconds(graph, walking, [origin], others)
  return reference.map((expected, index) => [times[index]!, expected])
}

const manyPlaces = fc.array(randomPlace, { minLength: 2, maxLength: 12 })

describe('search', () => {
  it('agrees with an independent Dijkstra to every place within the limit, and reaches none beyond it', () => {
    fc.assert(
      fc.property(randomNetwork, profile, manyPlaces, (network, walking, places) => {
        for (const [found, expected] of bothWays(network, walking, places)) {
          if (expected <= QUARTER_HOUR - 0.01) expect(found).toBeCloseTo(expected, 6)
          else if (expected > QUARTER_HOUR + 0.01) expect(found).toBe(Infinity)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('takes as long there as back', () => {
    fc.assert(
      fc.property(randomNetwork, profile, randomPlace, randomPlace, (network, walking, one, other) => {
        const graph = graphOf(network)
        const walker = prepareWalker(graph, walking)
        const [a, b] = [snapOf(graph, one), snapOf(graph, other)]
        if (!allows(walker, a.edge) || !allows(walker, b.edge)) return
        const there = walkSeconds(search(walker, [a], QUARTER_HOUR), b)
        expect(walkSeconds(search(walker, [b], QUARTER_HOUR), a)).toBe(there)
      }),
      { numRuns: 300 },
    )
  })

  it('reaches no less with a longer limit, at the same times', () => {
    fc.assert(
      fc.property(randomNetwork, manyPlaces, (network, places) => {
        const graph = graphOf(network)
        const walker = prepareWalker(graph, PROFILES.adult)
        const [origin, ...others] = places.map((place) => snapOf(graph, place))
        const bands = [300, 600, 900].map((limit) =>
          walkTimes(search(walker, [origin!], seconds(limit)), others),
        )
        others.forEach((_, index) => {
          if (bands[0]![index]! < Infinity) expect(bands[1]![index]).toBe(bands[0]![index])
          if (bands[1]![index]! < Infinity) expect(bands[2]![index]).toBe(bands[1]![index])
        })
      }),
    )
  })

  it('reaches no less for a profile that is no slower and allowed every edge', () => {
    fc.assert(
      fc.property(randomNetwork, profile, manyPlaces, (network, walking, places) => {
        const graph = graphOf(network)
        const slow = prepareWalker(graph, walking)
        const [origin, ...others] = places.map((place) => snapOf(graph, place))
        if (!allows(slow, origin!.edge)) return
        const slowTimes = walkTimes(search(slow, [origin!], QUARTER_HOUR), others)
        const fastTimes = walkTimes(
          search(prepareWalker(graph, PROFILES.adult), [origin!], QUARTER_HOUR),
          others,
        )
        others.forEach(({ edge }, index) => {
          // A tenth of a second for the rounding of a crossing to whole decimetres.
          if (allows(slow, edge) && slowTimes[index]! < Infinity) {
            expect(fastTimes[index]!).toBeLessThanOrEqual(slowTimes[index]! + 0.1)
          }
        })
      }),
    )
  })

  it('never takes longer after a street was added, with the places tied to the same streets', () => {
    const grown = randomNetwork.chain((network) => fc.tuple(fc.constant(network), randomEdge(network.nodes)))
    fc.assert(
      fc.property(grown, manyPlaces, ([network, added], places) => {
        const before = graphOf(network)
        const after = graphOf({ ...network, edges: [...network.edges, added] })
        const [origin, ...others] = places.map((place) => snapOf(before, place))
        const timesOn = (graph: typeof before): Float64Array =>
          walkTimes(search(prepareWalker(graph, PROFILES.elder), [origin!], QUARTER_HOUR), others)
        const old = timesOn(before)
        timesOn(after).forEach((time, index) => expect(time).toBeLessThanOrEqual(old[index]!))
      }),
    )
  })

  it('starts from the nearest of several origins', () => {
    fc.assert(
      fc.property(randomNetwork, manyPlaces, randomPlace, (network, starts, goal) => {
        const graph = graphOf(network)
        const walker = prepareWalker(graph, PROFILES.adult)
        const origins = starts.map((place) => snapOf(graph, place))
        const place = snapOf(graph, goal)
        const alone = origins.map((origin) => walkSeconds(search(walker, [origin], QUARTER_HOUR), place))
        expect(walkSeconds(search(walker, origins, QUARTER_HOUR), place)).toBe(Math.min(...alone))
      }),
    )
  })

  it('leaves nothing behind for the next search of the same walker', () => {
    fc.assert(
      fc.property(randomNetwork, manyPlaces, (network, places) => {
        const graph = graphOf(network)
        const used = prepareWalker(graph, PROFILES.adult)
        const snaps = places.map((place) => snapOf(graph, place))
        for (const origin of snaps) search(used, [origin], seconds(120))
        const fresh = prepareWalker(graph, PROFILES.adult)
        const expected = walkTimes(search(fresh, [snaps[0]!], QUARTER_HOUR), snaps)
        expect(walkTimes(search(used, [snaps[0]!], QUARTER_HOUR), snaps)).toEqual(expected)
      }),
    )
  })

  it('refuses a limit that is no time, naming it', () => {
    const graph = graphOf({ nodes: 2, edges: [{ from: 0, to: 1, length: 100, flags: 0, crossings: [0, 0] }] })
    const walker = prepareWalker(graph, PROFILES.adult)
    for (const limit of [NaN, -1, Infinity, 7201]) {
      expect(() => search(walker, [], seconds(limit))).toThrow(new RegExp(`within.*${limit}`))
    }
  })

  it('lets an older reach answer no more', () => {
    const graph = graphOf({ nodes: 2, edges: [{ from: 0, to: 1, length: 100, flags: 0, crossings: [0, 0] }] })
    const walker = prepareWalker(graph, PROFILES.adult)
    const place = snapOf(graph, { edge: 0, share: 50, off: 0 })
    const older = search(walker, [place], QUARTER_HOUR)
    search(walker, [place], QUARTER_HOUR)
    expect(() => walkSeconds(older, place)).toThrow('outdated')
  })

  it('answers a place that is not connected with no time', () => {
    const graph = graphOf({ nodes: 2, edges: [{ from: 0, to: 1, length: 100, flags: 0, crossings: [0, 0] }] })
    const place = snapOf(graph, { edge: 0, share: 50, off: 0 })
    const reach = search(prepareWalker(graph, PROFILES.adult), [place], QUARTER_HOUR)
    expect([...walkTimes(reach, [place, null])]).toEqual([0, Infinity])
  })
})
