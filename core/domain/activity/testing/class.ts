import { parseInstant, type Instant } from '../../../kernel/shanghai-time'
import type { OpenActivity, RegisteredActivity } from '../activity'
import { EVERYBODY } from '../entry/audience'

/** `2026-03-07T09:00` in Shanghai. */
export const at = (text: string): Instant => parseInstant(`${text}:00+08:00`)

/** Early on the day before the class. */
export const NOW = at('2026-03-06T06:00')

/** A class on Saturday 7 March, 9:00 to 11:00, for 4 persons. */
export const CLASS: RegisteredActivity = {
  id: 'class',
  kind: 'registered',
  status: 'published',
  startsAt: at('2026-03-07T09:00'),
  endsAt: at('2026-03-07T11:00'),
  capacity: 4,
  opensAt: null,
  closesAt: null,
  audience: EVERYBODY,
  questions: [],
  waitlistLimit: 2,
  coolDown: true,
}

/** A market on the same Saturday, 8:00 to 12:00: no registration needed. */
export const MARKET: OpenActivity = {
  id: 'market',
  kind: 'open',
  status: 'published',
  startsAt: at('2026-03-07T08:00'),
  endsAt: at('2026-03-07T12:00'),
}
