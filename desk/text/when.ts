import { instant, parseInstant, shanghaiDay, type IsoInstant } from '../../core/kernel/shanghai-time'
import { clock } from '../api/clock'
import { fullMomentText, momentText } from '../../src/text/time'

/** 今天 9:12. */
export const whenText = (iso: IsoInstant): string => momentText(parseInstant(iso), clock.now())

/** 周六 11月28日 9:12: on paper, which is read on another day too. */
export const paperWhenText = (iso: IsoInstant): string => fullMomentText(parseInstant(iso))

/** The last day of what ends at that instant: an end at midnight belongs to the day before. */
export const lastDayText = (iso: IsoInstant): string => shanghaiDay(instant(parseInstant(iso) - 1))
