import type { OpeningInterval } from '../../../core/domain/office/office'
import { flaw, narrow, read, rewritten } from './cell-values'
import type { Reading } from './cell-values'

/** More openings than this on one day is a slip of the keyboard; staff may set as many (`office.setHoursOn`). */
const MOST_INTERVALS = 4
const END_OF_DAY = 1440

/**
 * The openings of one day as an editor writes them: `9:00-11:30 13:00-17:00`, `休息` or `全天`. Full-width signs,
 * every kind of dash, 至 and 到 serve as well. In minutes of the day, ordered, apart or touching, `[from, to)`.
 */
export function readOpenings(text: string): Reading<readonly OpeningInterval[]> {
  const narrowed = narrow(text)
  if (narrowed === '休息') return read([])
  if (narrowed === '全天') return read([[0, END_OF_DAY]])
  const trace = rewritten(text, 'time')
  if (trace !== null) return trace
  const parts = narrowed
    .replace(/\s*[-~‐‑‒–—―〜至到]+\s*/g, '-')
    .split(/[\s,;、]+/)
    .filter((part) => part !== '')
  if (parts.length > MOST_INTERVALS)
    return flaw(`“${text}”有 ${parts.length} 段时间，一天最多 ${MOST_INTERVALS} 段`)
  const openings: OpeningInterval[] = []
  for (const part of parts) {
    const opening = readOpening(part)
    if ('flaw' in opening) return opening
    const before = openings.at(-1)
    if (before && opening.value[0] < before[1]) return flaw(`“${text}”里的时间段要从早到晚写，而且不能重叠`)
    openings.push(opening.value)
  }
  return openings.length === 0
    ? flaw(`“${text}”里没有时间，请写成“9:00-17:00”，不开门写“休息”`)
    : read(openings)
}

function readOpening(part: string): Reading<OpeningInterval> {
  const [from, to] = part.split('-').map(readMinute)
  if (
    from === undefined ||
    to === undefined ||
    from === null ||
    to === null ||
    part.split('-').length !== 2
  ) {
    return flaw(`“${part}”不是“9:00-17:00”这样的时间段；不开门写“休息”`)
  }
  if (from < to) return read([from, to])
  return flaw(`“${part}”的结束不晚于开始；开过半夜的请分成当天的“22:00-24:00”和第二天的“0:00-6:00”`)
}

/** `null` for what is no time of day; 24:00 is the end of the day. */
function readMinute(text: string): number | null {
  const clock = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (!clock) return null
  const [hour, minute] = [Number(clock[1]), Number(clock[2])]
  return minute < 60 && hour * 60 + minute <= END_OF_DAY ? hour * 60 + minute : null
}
