import type { ShanghaiDay } from '../../../kernel/shanghai-time'
import { contradictionsIn, type TextFacts } from './text-checks'

/** A Monday. */
const FACTS: TextFacts = {
  days: ['2026-12-07' as ShanghaiDay],
  startMinute: 9 * 60,
  endMinute: 11 * 60,
  phone: '021-62570000',
}
const found = (text: string, more: Partial<TextFacts> = {}) => contradictionsIn(text, { ...FACTS, ...more })

it.each([
  ['12月7日（周日）来做灯笼', { kind: 'weekday-of-date', said: 7, is: 1 }],
  ['12月7号星期天', { kind: 'weekday-of-date', said: 7 }],
  ['12月8日见', { kind: 'other-date', day: '2026-12-08' }],
  ['每周日开课', { kind: 'other-weekday', said: 7, is: 1 }],
  ['9:30开始，请早点来', { kind: 'start', said: 570, is: 540 }],
  ['上午9点半准时开始', { kind: 'start', said: 570 }],
  ['时间：9：30-11：00', { kind: 'start', said: 570 }],
  ['9:00至12:00', { kind: 'end', said: 720, is: 660 }],
  ['下午2点开课', { kind: 'start', said: 840 }],
  ['报名电话 1381234567', { kind: 'phone-short', said: '1381234567' }],
  ['报名电话 138123456789', { kind: 'phone-long' }],
  ['打 021-6257000', { kind: 'phone-short' }],
  ['打 62579999', { kind: 'phone-differs', said: '62579999' }],
])('sees what is odd in 「%s」', (text, expected) => {
  expect(found(text)).toMatchObject([expected])
})

it.each([
  '12月7日（周一）上午9点到11点，电话 021 6257 0000',
  '9:00开始，8:30可以先进门，10:30休息',
  '咨询时间：周一至周五',
  '带 2 把剪刀，30 元材料费，1-3 年级',
  '2026年12月7日 星期一',
  '做一盏灯笼。',
  '自助区 7*24 小时开放',
])('has nothing to say of 「%s」', (text) => {
  expect(found(text)).toEqual([])
})

it('asks of a series whether any of its dates is that weekday', () => {
  const days = ['2026-12-07', '2026-12-14'] as ShanghaiDay[]
  expect(found('每周一上课，12月21日停课', { days })).toEqual([])
  expect(found('每周二上课', { days })).toMatchObject([{ kind: 'other-weekday' }])
})

it('says nothing of times and days that are not chosen yet', () => {
  expect(found('周日 9:30 开始', { days: [], startMinute: null })).toEqual([])
})
