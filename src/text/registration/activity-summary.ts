import {
  type Instant,
  type IsoInstant,
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
} from '../../../core/kernel/shanghai-time'
import { dayText, fullMomentText } from '../time'

/** 周五 and 14:00–16:00, as near days are called. */
export const nearSpan = (
  startsAt: IsoInstant,
  endsAt: IsoInstant,
  now: Instant,
): { day: string; hours: string } => ({
  day: `${dayText(shanghaiDay(parseInstant(startsAt)), shanghaiDay(now))} `,
  hours: fullSpan(startsAt, endsAt).hours,
})

/** 周五 11月27日 and 14:00–16:00: the hours stay together where the text is large. */
export function fullSpan(startsAt: IsoInstant, endsAt: IsoInstant): { day: string; hours: string } {
  const start = parseInstant(startsAt)
  const clock = clockText(minuteOfDay(start))
  return { day: fullMomentText(start).slice(0, -clock.length), hours: `${clock}–${endClock(endsAt)}` }
}

const endClock = (endsAt: IsoInstant): string => clockText(minuteOfDay(parseInstant(endsAt)))
