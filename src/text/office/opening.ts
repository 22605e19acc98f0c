import { HOURS_UNKNOWN } from '../vocabulary'
import type { OpenState } from '../../../core/domain/office/opening'
import type {
  HoursException,
  OfficeStatus,
  OpeningInterval,
  OpeningZone,
  WeeklyHours,
} from '../../../core/domain/office/office'
import { clockText, daysBetween, shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import { dayText, endText, momentText, WEEKDAYS } from '../time'

/** How a state is coloured. Colour never says anything that the words don't. */
export type Tone = 'open' | 'soon' | 'closed' | 'unknown'

/** `HOURS_UNKNOWN` where it is the answer of a page. */
export const HOURS_UNASKED = '几点开门还没问到'
export const HOLIDAYS_UNCERTAIN = '节假日安排以通知为准'

/**
 * 营业中（至 20:00） · 即将关门（20:00 关） · 现在休息，明天 9:00 开门 · 24 小时开放 · 时间待核实. Where the holidays are not
 * announced yet that belongs to the answer, wherever it is read.
 */
export const openStateText = (state: OpenState, now: Instant): string =>
  isUncertain(state) ? `${stateText(state, now)}，${HOLIDAYS_UNCERTAIN}` : stateText(state, now)

function stateText(state: OpenState, now: Instant): string {
  switch (state.kind) {
    case 'unknown':
      return HOURS_UNKNOWN
    case 'always':
      return '24 小时开放'
    case 'open':
      return state.closingSoon
        ? `即将关门（${endText(state.until, now)} 关）`
        : `营业中（至${spaced(endText(state.until, now))}）`
    case 'closed':
      return `现在休息${state.note === null ? '' : `（${state.note}）`}，${
        state.opensAt === null ? '哪天开门还没说' : `${momentText(state.opensAt, now)} 开门`
      }`
  }
}

/** Figures stand off from the character before them, words don't. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)

export function toneOf(state: OpenState): Tone {
  if (state.kind === 'always') return 'open'
  if (state.kind === 'open') return state.closingSoon ? 'soon' : 'open'
  return state.kind
}

/** 现在休息，明天 9:00 开门。急事请打热线. */
export const closedAdvice = (stateText: string, hotline: string): string =>
  `${stateText}。急事请打 ${hotline}`

export const isUncertain = (state: OpenState): boolean =>
  (state.kind === 'open' || state.kind === 'closed') && state.holidaysUncertain

/** Moved and closed for good, with the successor's name where there is one. */
export function goneText(
  status: Exclude<OfficeStatus, 'open'>,
  successor: string | null,
  hotline: string,
): string {
  const gone = status === 'moved' ? '已经搬走' : '已经关闭'
  return successor === null ? `${gone}，去哪儿办请打 ${hotline}` : `${gone}，请去${successor}`
}

export interface HoursLine {
  readonly days: string
  readonly hours: string
}

/** A zone's week, days of equal hours in one line: 周一至周五 8:30–17:30. */
export function hoursLines({
  alwaysOpen,
  weekly,
}: Pick<OpeningZone, 'alwaysOpen' | 'weekly'>): readonly HoursLine[] {
  if (alwaysOpen) return [{ days: '每天', hours: '24 小时' }]
  if (weekly === null) return []
  return sameDays(weekly).map(({ first, last, intervals }) => ({
    days: daysText(first, last),
    hours: dayHours(intervals),
  }))
}

/** Days that somebody plans ahead for. */
const DAYS_AHEAD = 45

/** What holds on single days instead of the week, from today on: 明天 休息（全员培训）. */
export function changedDays(
  { exceptions }: Pick<OpeningZone, 'exceptions'>,
  now: Instant,
): readonly HoursLine[] {
  const today = shanghaiDay(now)
  return exceptions
    .map((exception) => ({ exception, ahead: daysBetween(today, exception.day) }))
    .filter(({ ahead }) => ahead >= 0 && ahead <= DAYS_AHEAD)
    .sort((a, b) => a.ahead - b.ahead)
    .map(({ exception }) => ({ days: dayText(exception.day, today), hours: exceptionText(exception) }))
}

const exceptionText = ({ intervals, note }: HoursException): string =>
  `${dayHours(intervals)}${note === null ? '' : `（${note}）`}`

/** 9:00–12:00，13:00–17:00; 休息 where there are none. */
export const dayHours = (intervals: readonly OpeningInterval[]): string =>
  intervals.length === 0 ? '休息' : intervals.map(intervalText).join('，')

const intervalText = ([from, to]: OpeningInterval): string => `${clockText(from)}–${clockText(to)}`

function daysText(first: number, last: number): string {
  if (first === 0 && last === 6) return '每天'
  const [from, to] = [WEEKDAYS[first] ?? '', WEEKDAYS[last] ?? '']
  if (first === last) return from
  return last === first + 1 ? `${from}、${to}` : `${from}至${to}`
}

interface DayRun {
  readonly first: number
  readonly last: number
  readonly intervals: readonly OpeningInterval[]
}

function sameDays(weekly: WeeklyHours): readonly DayRun[] {
  return weekly.reduce<DayRun[]>((runs, intervals, day) => {
    const run = runs[runs.length - 1]
    if (run !== undefined && JSON.stringify(run.intervals) === JSON.stringify(intervals)) {
      return [...runs.slice(0, -1), { ...run, last: day }]
    }
    return [...runs, { first: day, last: day, intervals }]
  }, [])
}
