import type { ShanghaiDay } from '../kernel/shanghai-time'
import { dayHoursText, readDayHours, readHoursBoard } from './hours-board'

const TODAY = '2026-12-01' as ShanghaiDay
const read = (text: string) => readHoursBoard(text, TODAY)
const [MORNING, AFTERNOON] = [
  [510, 690],
  [810, 1020],
] as const
const BOTH = [MORNING, AFTERNOON]

it('reads the board at most doors', () => {
  const board = read('办公时间：周一至周五 上午8:30—11:30 下午13:30—17:00（双休日、节假日休息）')
  expect(board).toEqual({
    periods: [{ season: null, isNow: true, week: [BOTH, BOTH, BOTH, BOTH, BOTH, [], []], asks: [] }],
    opensOnHolidays: false,
    notUnderstood: [],
  })
})

it('reads seasons as periods, and asks which days and what 值班 means', () => {
  const board = read('夏令（6.1—9.30）8:30~11:30、14:00~17:30；其余 8:30~11:30、13:30~17:00。周六上午值班')
  expect(board.notUnderstood).toEqual([])
  expect(board.periods.map(({ season, isNow }) => ({ season, isNow }))).toEqual([
    { season: { from: '06-01', to: '09-30' }, isNow: false },
    { season: null, isNow: true },
  ])
  const [, now] = board.periods
  expect(now?.week).toEqual([null, null, null, null, null, null, null])
  expect(now?.asks.map(({ question }) => question)).toEqual([
    '8:30–11:30、13:30–17:00 没写是周几',
    '“周六上午值班”：居民能来吗？几点到几点？',
  ])
  expect(now?.asks[0]?.answers[0]?.value).toEqual({ days: [1, 2, 3, 4, 5], openings: BOTH })
})

it.each([
  ['周一～周五 8点半到11点半，下午1点半到5点，双休日休息', [BOTH, BOTH, BOTH, BOTH, BOTH, [], []]],
  ['星期一到星期五上午8:30-11:30下午1:30-5:00；星期六、日休息', [BOTH, BOTH, BOTH, BOTH, BOTH, [], []]],
  [
    '工作日：９：００－１７：００\n周末：10:00-16:00',
    [[[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[600, 960]], [[600, 960]]],
  ],
  ['每天7:00-21:00', Array.from({ length: 7 }, () => [[420, 1260]])],
  ['24小时', null],
  [
    '周一、三、五 9:00-11:00；周二、周四 14:00-16:00；周末休息',
    [[[540, 660]], [[840, 960]], [[540, 660]], [[840, 960]], [[540, 660]], [], []],
  ],
  [
    '周一至周五8:30-11:30、13:30-17:00，周二下午不对外；周六周日休息',
    [BOTH, [MORNING], BOTH, BOTH, BOTH, [], []],
  ],
])('reads %s', (text, week) => {
  const board = read(text)
  expect(board.notUnderstood).toEqual([])
  if (week === null) expect(board.periods[0]?.asks).toHaveLength(1)
  else expect(board.periods[0]).toEqual({ season: null, isNow: true, week, asks: [] })
})

it('asks for days that are not written, and for an afternoon written like a morning', () => {
  expect(read('周一至周五 9:00-17:00').periods[0]?.asks).toEqual([
    { question: '周六、周日没有写', answers: [{ say: '休息', value: { days: [6, 7], openings: [] } }] },
  ])
  expect(read('周一至周日 8:30-5:00').periods[0]?.asks).toEqual([
    {
      question: '“8:30-5:00”是到下午 17:00 吗？',
      answers: [{ say: '8:30–17:00', value: { days: [1, 2, 3, 4, 5, 6, 7], openings: [[510, 1020]] } }],
    },
  ])
})

it('says which words it does not understand, and whether holidays are named', () => {
  expect(read('周一至周五 9:00-17:00 大礼堂除外').notUnderstood).toEqual(['大礼堂除外'])
  expect(read('每天9:00-17:00（节假日照常）').opensOnHolidays).toBe(true)
  expect(read('每天9:00-17:00').opensOnHolidays).toBeNull()
  expect(read('每天25:00-27:00').notUnderstood).toEqual(['25:00-27:00'])
})

it('reads one day as it is typed, and writes it back', () => {
  expect(readDayHours('8:30-11:30  13:30-17:00')).toEqual(BOTH)
  expect(readDayHours('下午1:30到5点，上午8点半~11点半')).toEqual(BOTH)
  expect(readDayHours('休息')).toEqual([])
  expect(readDayHours('全天')).toEqual([[0, 1440]])
  for (const odd of ['', '9:00', '17:00-9:00', '9:00-12:00 11:00-13:00', '看情况', '休息 9:00-10:00'])
    expect([odd, readDayHours(odd)]).toEqual([odd, null])
  expect([dayHoursText(BOTH), dayHoursText([])]).toEqual(['8:30-11:30 13:30-17:00', '休息'])
})
