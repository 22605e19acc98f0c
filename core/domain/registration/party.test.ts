import { asWaitingParty } from './queue/queue'
import { identityOf, mayChange, summaryOf, toState, withChanges } from './party'
import { member, place, registration } from './testing/facts'

describe('summaryOf', () => {
  it('counts the members by state', () => {
    expect(summaryOf([place('attended'), place('confirmed'), place('cancelled')]).count).toEqual({
      waiting: 0,
      confirmed: 1,
      attended: 1,
      no_show: 0,
      cancelled: 1,
      lapsed: 0,
    })
  })

  it('never calls a party confirmed while somebody waits', () => {
    expect(summaryOf([place('confirmed'), place('waiting')]).headline).toBe('waiting')
  })

  it('calls a party cancelled only when everybody is', () => {
    expect(summaryOf([place('cancelled'), place('confirmed')]).headline).toBe('confirmed')
    expect(summaryOf([place('cancelled'), place('cancelled')]).headline).toBe('cancelled')
  })
})

describe('identityOf', () => {
  it('is the resident who said 是我, or the record itself', () => {
    expect(identityOf({ id: 'record', linkedTo: 'mother' })).toBe('mother')
    expect(identityOf({ id: 'mother', linkedTo: null })).toBe('mother')
  })
})

describe('mayChange', () => {
  it('holds for who registered and for who claimed a place in it, and for nobody else', () => {
    const handedOver = registration('r', [
      member('a', 'confirmed', { identity: 'mother' }),
      member('b', 'waiting'),
    ])
    expect(mayChange(handedOver, 'registrant of r')).toBe(true)
    expect(mayChange(handedOver, 'mother')).toBe(true)
    expect(mayChange(handedOver, 'neighbour')).toBe(false)
    expect(mayChange({ ...handedOver, registrantId: null }, 'registrant of r')).toBe(false)
  })
})

describe('withChanges', () => {
  it('changes those named and leaves the others', () => {
    const [first, second] = [member('a', 'confirmed', { released: true }), member('b', 'confirmed')] as const
    const change = toState(first, 'cancelled')
    expect(change).toEqual({ memberId: 'a', from: place('confirmed', true), to: place('cancelled') })
    expect(withChanges([first, second], [change])).toEqual([member('a', 'cancelled'), second])
  })
})

describe('asWaitingParty', () => {
  it('counts only who waits, and is none where nobody does', () => {
    const some = registration(
      'r',
      [member('a', 'waiting'), member('b', 'cancelled'), member('c', 'attended')],
      7,
    )
    expect(asWaitingParty(some, true)).toEqual({
      registrationId: 'r',
      size: 1,
      joinNumber: 7,
      inCoolDown: true,
    })
    expect(asWaitingParty(registration('r', [member('a', 'confirmed')]), false)).toBeNull()
  })
})
