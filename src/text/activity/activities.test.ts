import { parseInstant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { shanghai, summary } from '../../testing/activity-fixture'
import { countSentence, dayHeading, endClock, placesWords, whenWords } from './activities'

const TODAY = '2026-11-24' as ShanghaiDay
const NOW = parseInstant(shanghai('2026-11-24T10:00'))

describe('a day as a heading', () => {
  it.each([
    ['2026-11-24', '今天 · 周二 11月24日'],
    ['2026-11-25', '明天 · 周三 11月25日'],
    ['2026-11-28', '周六 11月28日'],
    ['2026-12-05', '周六 12月5日'],
    ['2027-01-02', '周六 2027年1月2日'],
  ])('%s reads %s', (day, text) => expect(dayHeading(day as ShanghaiDay, TODAY)).toBe(text))
})

describe('when it is', () => {
  it('can be written on the calendar at the wall', () => {
    expect(whenWords(summary(), NOW)).toEqual({ day: '周六 11月28日', hours: '9:00–11:00' })
  })

  it.each([
    ['2026-11-29T00:00', '24:00'],
    ['2026-11-29T01:00', '次日 1:00'],
    ['2026-11-30T15:00', '11月30日 15:00'],
  ])('ends at %s, which reads %s', (end, text) => {
    expect(endClock(summary({ endsAt: shanghai(end) }))).toBe(text)
  })
})

describe('whether one gets in', () => {
  const later = parseInstant(shanghai('2026-11-28T10:00'))
  it.each([
    [summary(), NOW, '还有 4 个名额'],
    [summary({ free: 0 }), NOW, '名额满了，可以候补'],
    [summary({ free: null }), NOW, '不用报名，直接来'],
    [summary({ free: null }), later, '正在进行，不用报名，直接来'],
    [summary(), later, '已经开始，能不能进请问现场'],
    [summary({ change: 'cancelled' }), NOW, undefined],
  ])('is said in words', (activity, now, text) => expect(placesWords(activity, now)?.text).toBe(text))
})

describe('how many there are', () => {
  it('is one sentence', () => {
    const counted = { span: null, hasPlaces: false, count: 12, more: false }
    expect(countSentence(counted)).toBe('近一个月有 12 个活动')
    expect(countSentence({ ...counted, count: 100, more: true })).toBe('近一个月有 100 个以上活动')
    expect(countSentence({ ...counted, span: 'weekend', count: 2, hasPlaces: true })).toBe(
      '这个周末有 2 个活动还有名额',
    )
    expect(countSentence({ ...counted, span: 'today', count: 0 })).toBe('今天没有活动')
  })
})
