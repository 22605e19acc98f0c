import { listOf, memberOf, partyOf } from '../../testing/check-in-fixture'
import { withPending } from './check-in-list'
import { beginsAs, findInList, surnamesIn, withSurname } from './find-party'

const list = listOf([
  partyOf('r1', [memberOf('m1'), memberOf('m2', { name: '小**', child: true })], '0527'),
  partyOf('r2', [memberOf('m3')], '0001'),
  partyOf('r3', [memberOf('m4', { name: null })], '0002'),
  partyOf('r4', [memberOf('m5', { name: '李**', state: 'cancelled' })], '0003'),
])

describe('finding in the list of the phone', () => {
  it('offers the surnames of who is still expected, those of most people first', () => {
    expect(surnamesIn(withPending(list, []).parties)).toEqual(['王', '小'])
  })

  it('finds parties by the first character of any member', () => {
    const idsOf = (surname: string) => withSurname(list, surname).map(({ registrationId }) => registrationId)
    expect([idsOf('王'), idsOf('小'), idsOf('李'), idsOf('赵')]).toEqual([['r1', 'r2'], ['r1'], ['r4'], []])
    // The list has no more than the first character.
    expect(idsOf('王秀')).toEqual(['r1', 'r2'])
    expect(idsOf('\u200b王')).toEqual(['r1', 'r2'])
  })

  it('takes a letter for the same in either case', () => {
    expect([beginsAs('Z**', 'z'), beginsAs('z**', 'Zoë'), beginsAs('Z**', 'y'), beginsAs(null, 'z')]).toEqual(
      [true, true, false, false],
    )
  })

  it('finds by number, and holds off after five wrong ones at that activity alone', () => {
    expect(findInList(list, '0527')).toMatchObject({ kind: 'party', party: { registrationId: 'r1' } })
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(findInList(list, '9999')).toMatchObject({
        sentence: expect.stringContaining('没有这个号码') as string,
      })
    expect(findInList(list, '0527')).toMatchObject({
      sentence: expect.stringContaining('输错太多次') as string,
    })
    expect(findInList({ ...list, activityId: 'cutting' }, '0527')).toMatchObject({ kind: 'party' })
  })
})
