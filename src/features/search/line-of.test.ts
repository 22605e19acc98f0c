import type { FoundItem } from '../../../core/contract/search'
import { shanghai } from '../../testing/activity-fixture'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { aroundMark, lineOf } from './line-of'

const now = parseInstant('2026-11-24T02:00:00Z')
const item = (given: Partial<FoundItem>, card: Partial<FoundItem['card']> = {}): FoundItem => ({
  id: 'one',
  title: { text: '加梯咨询', marks: [] },
  reason: null,
  card: { about: null, offices: [], status: 'open', times: [], ...card },
  ...given,
})

const NOTHING = new Map<string, never>()

describe('a line of what was found', () => {
  it('says of an activity when and where, and what changed', () => {
    const time = {
      activityId: 'market-1',
      startsAt: shanghai('2026-11-28T09:00'),
      endsAt: shanghai('2026-11-28T15:00'),
      place: '武宁二楼',
      change: 'indoors' as const,
    }
    expect(
      lineOf({ kind: 'activity', item: item({}, { times: [time] }), own: NOTHING }, now, '12345'),
    ).toMatchObject({
      about: '周六 9:00 · 武宁二楼',
      state: '改到室内',
      to: '/activity/pages/activity/index?id=market-1',
    })
  })

  it('says of what one is registered for that one is, after what changed', () => {
    const time = {
      activityId: 'class-1',
      startsAt: shanghai('2026-11-28T09:00'),
      endsAt: shanghai('2026-11-28T11:00'),
      place: '柳园',
      change: null,
    }
    const own = new Map([['class-1', { text: '候补第 1 位' }]])
    const stateOf = (change: 'indoors' | 'cancelled' | null) =>
      lineOf({ kind: 'activity', item: item({}, { times: [{ ...time, change }] }), own }, now, '12345').state
    expect(stateOf(null)).toBe('候补第 1 位')
    expect(stateOf('indoors')).toBe('改到室内，候补第 1 位')
    expect(stateOf('cancelled')).toBe('取消了')
  })

  it('leads to a service where some office handles it, and else says whom to ask', () => {
    expect(
      lineOf(
        { kind: 'service', item: item({}, { offices: ['金梅园', '武宁'] }), own: NOTHING },
        now,
        '12345',
      ),
    ).toMatchObject({
      about: '金梅园、武宁能办',
      to: expect.stringContaining('/office/pages/list/index?need='),
    })
    expect(
      lineOf({ kind: 'service', item: item({}, { about: '在哪里待核实' }), own: NOTHING }, now, '12345'),
    ).toMatchObject({
      about: '在哪里待核实；还没核实哪里能办，请先打 12345 问一声',
      to: null,
    })
  })

  it('says of an office that it moved', () => {
    expect(
      lineOf({ kind: 'office', item: item({}, { status: 'moved' }), own: NOTHING }, now, '12345').state,
    ).toBe('已搬走，点开看新地方')
  })

  it('gives of a long text the part around the mark, and the mark where it now stands', () => {
    const text = `${'前'.repeat(50)}加装电梯${'后'.repeat(50)}`
    const { text: part, marks } = aroundMark({ text, marks: [[50, 54]] })
    expect(part.length).toBeLessThan(50)
    expect(marks.map(([from, to]) => part.slice(from, to))).toEqual(['加装电梯'])
    expect(aroundMark({ text: '加装电梯', marks: [[0, 2]] })).toEqual({ text: '加装电梯', marks: [[0, 2]] })
  })
})
