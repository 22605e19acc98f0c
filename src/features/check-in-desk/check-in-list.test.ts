import { instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { listOf, memberOf, partyOf, entry, NINE_TWELVE } from '../../testing/check-in-fixture'
import { isExpectedYet, withPending, partyWithPending, type PendingMutation } from './check-in-list'
import { afterAdmitting, afterGift, afterHead, afterUndoing, withParty } from './list-updates'

const at = instant(parseInstant(NINE_TWELVE) + 60_000)
const came = memberOf('m1', { state: 'attended', entry: entry('e1') })
const list = listOf([
  partyOf('r1', [came, memberOf('m2')]),
  partyOf('r2', [memberOf('m3'), memberOf('m4', { state: 'waiting' })], '0001'),
])
const admitting = (members: readonly string[] | null, registrationId = 'r2'): PendingMutation => ({
  key: 'k1',
  at,
  kind: 'admit',
  registrationId,
  members,
})
const counts = (waiting: readonly PendingMutation[]) => withPending(list, waiting).counts

describe('a shown with mutations that wait to be sent', () => {
  it('counts them at once, each member once', () => {
    expect(counts([admitting(['m3'])])).toMatchObject({ attended: 2, heads: 2 })
    expect(counts([admitting(['m3']), { ...admitting(['m3']), key: 'k2' }])).toMatchObject({ heads: 2 })
    // Who had come before is no second head.
    expect(counts([admitting(['m1', 'm2'], 'r1')])).toMatchObject({ attended: 2, heads: 2 })
  })

  it('lets in everybody with a place where only the ticket was known', () => {
    const { parties } = withPending(list, [admitting(null)])
    expect(parties[1]?.members.map((member) => member.came !== null)).toEqual([true, false])
  })

  it('counts heads without a phone apart, and takes their seats', () => {
    const head = (key: string): PendingMutation => ({ key, at, kind: 'head' })
    expect(counts([head('a'), head('b')])).toMatchObject({ withoutPhone: 2, attended: 1, heads: 3, free: 10 })
    expect(withPending(list, [head('a')]).heads).toEqual([
      { key: 'a', name: null, withoutPhone: true, came: { entryId: null, at, entry: null, gift: null } },
    ])
  })

  it('shows a gift that waits, by the member or by the entry', () => {
    const gift = (given: object): PendingMutation => ({
      key: 'g',
      at,
      kind: 'gift',
      memberId: null,
      entryId: null,
      ...given,
    })
    const giftOf = (waiting: readonly PendingMutation[], member: number, party = 0) =>
      withPending(list, waiting).parties[party]?.members[member]?.came?.gift
    expect(giftOf([gift({ memberId: 'm3' }), admitting(['m3'])], 0, 1)).toEqual({ at, waiting: true })
    expect(giftOf([gift({ entryId: 'e1' })], 0)).toEqual({ at, waiting: true })
    expect(giftOf([gift({ entryId: 'e7' })], 0)).toBeNull()
  })

  it('expects who has a place and has not come', () => {
    const { members } = partyWithPending(list.parties[1] ?? partyOf('', []), [])
    expect(members.filter(isExpectedYet).map(({ memberId }) => memberId)).toEqual(['m3'])
  })
})

describe('the list after an answer', () => {
  const next = { ...list.counts, heads: 2 }

  it('has who came, and keeps the state of a shown record', () => {
    const answer = (doorFlag: 'released' | null) => ({
      counts: next,
      came: [{ memberId: 'm2', entryId: 'e2', at: NINE_TWELVE, repeated: false, doorFlag, flags: [] }],
    })
    expect(afterAdmitting(list, answer(null)).parties[0]?.members[1]).toMatchObject({
      state: 'attended',
      entry: { entryId: 'e2' },
    })
    expect(afterAdmitting(list, answer('released')).parties[0]?.members[1]?.state).toBe('confirmed')
    expect(afterAdmitting(list, answer(null)).counts.heads).toBe(2)
  })

  it('has a new head once', () => {
    const once = afterHead(list, { entryId: 'e5', counts: next }, NINE_TWELVE)
    expect(afterHead(once, { entryId: 'e5', counts: next }, NINE_TWELVE).heads).toHaveLength(1)
  })

  it('has the gift with the head it was given to, and says when it was given twice', () => {
    const given = afterGift(list, { entryId: 'e1', at: NINE_TWELVE, outcome: 'flagged' })
    expect(given.parties[0]?.members[0]?.entry).toMatchObject({ giftAt: NINE_TWELVE, giftTwice: true })
    expect(given.parties[0]?.members[1]?.entry).toBeNull()
  })

  it('expects again whose check-in was taken back', () => {
    const undone = afterUndoing(list, { entryId: 'e1', counts: next })
    expect(undone.parties[0]?.members[0]).toMatchObject({ state: 'confirmed', entry: null })
  })

  it('takes a party that was asked for by itself as newer', () => {
    expect(withParty(list, partyOf('r2', [], '0001')).parties[1]?.members).toEqual([])
    expect(withParty(list, partyOf('r3', [], '0002')).parties).toHaveLength(3)
  })
})
