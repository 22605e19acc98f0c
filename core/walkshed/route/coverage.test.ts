import fc from 'fast-check'
import { seconds } from '../../kernel/units'
import { referenceSeconds } from '../testing/reference'
import { graphOf, randomNetwork, randomPlace, snapOf } from '../testing/random-graph'
import { PROFILES } from '../walk/profile'
import { prepareWalker } from '../walk/walker'
import { coverage } from './coverage'

describe('coverage', () => {
  it('counts what a recount from every single origin counts', () => {
    const places = fc.array(randomPlace, { maxLength: 6 })
    fc.assert(
      fc.property(randomNetwork, places, fc.array(places, { maxLength: 3 }), (network, origins, kinds) => {
        const graph = graphOf(network)
        const walker = prepareWalker(graph, PROFILES.elder)
        const starts = origins.map((place) => snapOf(graph, place))
        const aims = kinds.map((kind, index) => ({
          places: kind.map((place) => snapOf(graph, place)),
          within: seconds(300 * (index + 1) + 0.01),
        }))
        const covered = coverage(walker, starts, aims)
        aims.forEach(({ places: goals, within }, kind) => {
          const nearest = starts.map((start) =>
            Math.min(Infinity, ...referenceSeconds(graph, PROFILES.elder, [start], goals)),
          )
          const expected = nearest.map((time) => (time <= within ? time : Infinity))
          expected.forEach((time, index) => expect(covered[kind]!.seconds[index]).toBeCloseTo(time, 6))
          const reached = expected.filter((time) => time < Infinity).length
          expect(covered[kind]).toMatchObject({
            reached,
            share: starts.length === 0 ? 0 : reached / starts.length,
          })
        })
      }),
    )
  })

  it('lets an origin that is not connected reach nothing, and counts it', () => {
    const graph = graphOf({ nodes: 2, edges: [{ from: 0, to: 1, length: 100, flags: 0, crossings: [0, 0] }] })
    const place = snapOf(graph, { edge: 0, share: 50, off: 0 })
    const walker = prepareWalker(graph, PROFILES.elder)
    const [clinic, nothing] = coverage(
      walker,
      [place, null],
      [
        { places: [place], within: seconds(300) },
        { places: [], within: seconds(300) },
      ],
    )
    expect(clinic).toMatchObject({ reached: 1, share: 0.5 })
    expect(nothing).toMatchObject({ reached: 0, share: 0 })
  })
})
