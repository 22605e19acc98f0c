import { dateText, fullMomentText, momentText } from '../../src/text/time'
import {
  type IsoInstant,
  type ShanghaiDay,
  clockText,
  instant,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
} from '../../core/kernel/shanghai-time'
import { clock } from '../api/clock'

/** 周一 12月7日; with the year where it is another one than `today` is in. */
export const dayText = (day: string): string => dateText(day as ShanghaiDay, shanghaiDay(clock.now()))

export const spanText = (from: IsoInstant, to: IsoInstant): string => {
  const [start, end] = [parseInstant(from), parseInstant(to)]
  const isOneDay = shanghaiDay(start) === shanghaiDay(end)
  return `${fullMomentText(start)}–${isOneDay ? clockText(minuteOfDay(end)) : fullMomentText(end)}`
}

/** 今天 9:12. */
export const whenText = (iso: IsoInstant): string => momentText(parseInstant(iso), clock.now())

/** 周六 11月28日 9:12: on paper, which is read on another day too. */
export const paperWhenText = (iso: IsoInstant): string => fullMomentText(parseInstant(iso))

/** The last day of what ends at that instant: an end at midnight belongs to the day before. */
export const lastDayText = (iso: IsoInstant): string => shanghaiDay(instant(parseInstant(iso) - 1))
