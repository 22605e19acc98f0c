import type { RollPage } from '../../../core/contract/check-in/roll'
import { parseInstant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import { listOf, memberOf, partyOf, entry } from '../../testing/check-in-fixture'
import { membersOf } from './roll-members'

const CLOSED = '2026-11-26T04:00:00.000Z' as IsoInstant
const NOW = parseInstant('2026-11-27T01:00:00.000Z')

function rollOf(members: Parameters<typeof partyOf>[1], given: Partial<RollPage> = {}): RollPage {
  const { roll: times, counts, parties, ...about } = listOf([partyOf('r-1', members)])
  const { activityId, title, place, startsAt, endsAt } = about
  const base = { activityId, title, place, startsAt, endsAt, counts, parties, ...times, corrections: [] }
  return { ...base, ...given }
}

describe('a roll', () => {
  it('tells who came by mark and by head: a mark stays although something was uploaded afterwards', () => {
    const members = membersOf(
      rollOf([
        memberOf('came', { state: 'attended', entry: entry('e-1') }),
        memberOf('let-in', { state: 'confirmed', entry: entry('e-2', { doorFlag: 'released' }) }),
        memberOf('away', { state: 'no_show' }),
        memberOf('expected'),
        memberOf('late', { state: 'no_show', entry: entry('e-3', { doorFlag: 'roll_closed' }) }),
      ]),
      NOW,
    )
    expect(members.map(({ memberId, came }) => [memberId, came])).toEqual([
      ['came', true],
      ['let-in', true],
      ['away', false],
      ['expected', false],
      ['late', false],
    ])
    expect(members[4]?.hints).toContain('补传过签到')
  })

  it('says of each person what was written last, and calls who left no name by the number', () => {
    const corrections = [
      { memberId: 'm', came: true, reason: '签在纸上了', at: CLOSED },
      { memberId: 'm', came: false, reason: '点错人了', at: CLOSED },
    ]
    const [member] = membersOf(
      rollOf([memberOf('m', { name: null, state: 'attended' })], { corrections }),
      NOW,
    )
    expect(member).toMatchObject({
      who: '号码 0527',
      hints: ['昨天 12:00 改成“来了”：签在纸上了'],
    })
  })
})
