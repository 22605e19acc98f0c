import fc from 'fast-check'
import { instant } from '../../kernel/shanghai-time'
import { progressOf, stampsOf } from './stamps'

const placeOf = ({ placeId }: { placeId: string }) => placeId

describe('stampsOf', () => {
  it('has one stamp per place, each from its first visit, and none more for coming again', () => {
    const visit = fc.record({
      placeId: fc.constantFrom('a', 'b', 'c', 'd'),
      at: fc.nat({ max: 50 }).map(instant),
    })
    fc.assert(
      fc.property(fc.array(visit), (visits) => {
        const stamps = stampsOf(visits, placeOf)
        expect(new Set(stamps.map(({ placeId }) => placeId))).toEqual(
          new Set(visits.map(({ placeId }) => placeId)),
        )
        expect(stamps).toHaveLength(new Set(visits.map(({ placeId }) => placeId)).size)
        for (const stamp of stamps) {
          expect(stamp.at).toBe(
            Math.min(...visits.filter(({ placeId }) => placeId === stamp.placeId).map(({ at }) => at)),
          )
        }
        expect(stampsOf([...visits, ...visits], placeOf)).toEqual(stamps)
      }),
    )
  })
})

describe('progressOf', () => {
  it('counts the places of each set that have a stamp', () => {
    const sets = [
      { id: 'living-room', placeIds: ['a', 'b'] },
      { id: 'party-service', placeIds: ['c'] },
    ]
    expect(progressOf(sets, new Set(['a', 'c', 'gone']))).toEqual([
      { id: 'living-room', collected: 1, total: 2 },
      { id: 'party-service', collected: 1, total: 1 },
    ])
  })
})
