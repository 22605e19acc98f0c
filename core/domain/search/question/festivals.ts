import { addDays, type ShanghaiDay } from '../../../kernel/shanghai-time'
import { plain } from '../plain'

/** By the sun: month, day, how many days it lasts. */
const FIXED: readonly (readonly [words: readonly string[], date: string, days: number])[] = [
  [['元旦', '新年'], '01-01', 1],
  [['妇女节', '三八节', '三八妇女节'], '03-08', 1],
  [['植树节'], '03-12', 1],
  [['劳动节', '五一节', '五一劳动节', '五一'], '05-01', 5],
  [['青年节', '五四'], '05-04', 1],
  [['儿童节', '六一儿童节', '六一'], '06-01', 1],
  [['建党节', '七一'], '07-01', 1],
  [['建军节', '八一建军节'], '08-01', 1],
  [['教师节'], '09-10', 1],
  [['国庆节', '国庆', '十一长假', '黄金周'], '10-01', 7],
  [['平安夜'], '12-24', 1],
  [['圣诞节', '圣诞'], '12-25', 1],
  [['跨年'], '12-31', 1],
]

/** By the moon, from 2026 on: phones have no calendar for it. A test compares it with one that has. */
export const LUNAR: readonly (readonly [words: readonly string[], days: number, dates: readonly string[]])[] =
  [
    [['除夕', '大年夜', '年三十'], 1, ['2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12', '2030-02-02']],
    [['春节', '过年', '大年初一'], 7, ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']],
    [['元宵节', '元宵'], 1, ['2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27', '2030-02-17']],
    [['清明节', '清明'], 1, ['2026-04-05', '2027-04-05', '2028-04-04', '2029-04-04', '2030-04-05']],
    [['端午节', '端午'], 1, ['2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05']],
    [['七夕'], 1, ['2026-08-19', '2027-08-08', '2028-08-26', '2029-08-16', '2030-08-05']],
    [['中秋节', '中秋'], 1, ['2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12']],
    [['重阳节', '重阳', '老人节'], 1, ['2026-10-18', '2027-10-08', '2028-10-26', '2029-10-16', '2030-10-05']],
    [['腊八'], 1, ['2027-01-15', '2028-01-04', '2029-01-22', '2030-01-11']],
  ]

interface Festival {
  readonly word: string
  readonly next: (
    today: ShanghaiDay,
  ) => { readonly firstDay: ShanghaiDay; readonly lastDay: ShanghaiDay } | null
}

/** Longer words first, so that 五一劳动节 is not taken for 五一 and a rest. */
const FESTIVALS: readonly Festival[] = [
  ...FIXED.flatMap(([words, date, days]) =>
    words.map((word) => ({ word, next: (today: ShanghaiDay) => nextFixed(date, days, today) })),
  ),
  ...LUNAR.flatMap(([words, days, dates]) =>
    words.map((word) => ({ word, next: (today: ShanghaiDay) => nextOf(dates, days, today) })),
  ),
]
  .map(({ word, next }) => ({ word: plain(word).text, next }))
  .sort((one, other) => other.word.length - one.word.length)

const lasting = (day: string, days: number) => ({
  firstDay: day as ShanghaiDay,
  lastDay: addDays(day as ShanghaiDay, days - 1),
})

function nextFixed(date: string, days: number, today: ShanghaiDay) {
  const year = Number(today.slice(0, 4))
  return nextOf([`${year}-${date}`, `${year + 1}-${date}`], days, today)
}

/** The one that is on, or the next one; `null` where nobody knows it yet. */
const nextOf = (dates: readonly string[], days: number, today: ShanghaiDay) =>
  dates.map((day) => lasting(day, days)).find(({ lastDay }) => lastDay >= today) ?? null

/** The festival that a plain text names, with its days. */
export function festivalDays(
  text: string,
  today: ShanghaiDay,
): { readonly word: string; readonly days: { firstDay: ShanghaiDay; lastDay: ShanghaiDay } } | null {
  for (const { word, next } of FESTIVALS) {
    const days = names(text, word) ? next(today) : null
    if (days !== null) return { word, days }
  }
  return null
}

/** 五一 is 51 in a plain text; in 兰溪路 51 号 it is a number. */
function names(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at < 0 || !/^\d+$/.test(word)) return at >= 0
  return !/[\d路弄村街道号第]/.test(text.charAt(at - 1)) && !OF_A_NUMBER.test(text.charAt(at + word.length))
}

const OF_A_NUMBER = /[\d号弄村路室楼线幢栋层分元年月日点站]/
