import type { Instant, ShanghaiDay } from '../../../../core/kernel/shanghai-time'
import { isShanghaiDay, shanghaiDay } from '../../../../core/kernel/shanghai-time'
import { kept } from '../../../platform/storage/kept'
import { removeText } from '../../../platform/storage/storage'

export const DOOR_LISTS_KEY = 'door-lists-1'

const isDay = (found: unknown): found is ShanghaiDay | null =>
  found === null || (typeof found === 'string' && isShanghaiDay(found))

/** The last day for which a list of names is kept: apart from the lists, so that a start reads little. */
export const doorListsDay = kept<ShanghaiDay | null>('door-lists-day-1', null, isDay)

/** At each start: names of a door are gone once its day is over, whether anybody opens the door page again or not. */
export function forgetOldDoors(now: Instant): void {
  const until = doorListsDay.read()
  if (until === null || until >= shanghaiDay(now)) return
  removeText(DOOR_LISTS_KEY)
  doorListsDay.write(null)
}
