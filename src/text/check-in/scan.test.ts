import { parseInstant } from '../../../core/kernel/shanghai-time'
import { refusalSentence } from '../refusals/refusal-sentence'
import { checkedInText, memberHint, registeredText, stampDate, tapText } from './scan'

it('the sentences of the journeys stand as they were promised', () => {
  expect(checkedInText('今天 9:12', false)).toBe('打卡成功，今天 9:12')
  expect(checkedInText('今天 9:12', true)).toBe('今天 9:12 已打卡，不用再扫')
  const party = { byFamily: true, number: '0527', headline: 'confirmed' } as const
  expect(registeredText(party, null)).toBe('家人帮您报名了，号码 0527')
  expect(registeredText({ ...party, byFamily: false }, null)).toBe('您报过名了，号码 0527')
  expect(registeredText({ ...party, headline: 'waiting' }, 1)).toBe('您还在候补，第 1 位')
})

it('the button says how many come', () => {
  expect(tapText(false, 0)).toBe('打卡')
  expect(tapText(true, 2)).toBe('2 位来了，打卡')
  expect(tapText(true, 0)).toBe('只给我打卡')
})

it('a member who has a place needs no remark', () => {
  expect(memberHint('confirmed', null)).toBeNull()
  expect(memberHint('attended', '9:12')).toBe('9:12 已签到')
  expect(memberHint('waiting', null)).toBe('还在候补，有空位才能进')
})

it('a stamp carries the Shanghai day', () => {
  expect(stampDate(parseInstant('2026-11-27T16:00:00.000Z'))).toBe('11月28日')
})

it.each([
  ['2026-11-28T03:30:00.000Z', '签到时间是周六 11月28日 8:00 到 11:30，请在这段时间里扫。'],
  ['2026-11-28T16:30:00.000Z', '签到时间是周六 11月28日 8:00 到 周日 11月29日 0:30，请在这段时间里扫。'],
])('a window until %s is ticked in one sentence', (until, sentence) => {
  expect(refusalSentence('activity_not_now', { from: '2026-11-28T00:00:00.000Z', until })).toBe(sentence)
})
