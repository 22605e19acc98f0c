import {
  type Instant,
  isShanghaiDay,
  shanghaiDay,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import { removeSealed } from '../../platform/storage/sealed'
import { removeText } from '../../platform/storage/storage'

/** Sealed. */
export const CHECK_IN_LISTS_KEY = 'door-lists-2'
/** As earlier versions stored it, in the clear. */
const UNSEALED_KEY = 'door-lists-1'

const isDay = (found: unknown): found is ShanghaiDay | null =>
  found === null || (typeof found === 'string' && isShanghaiDay(found))

/** The last day for which a list of names is stored: apart from the lists, so that a start reads little. */
export const storedListsDay = storedOnPhone<ShanghaiDay | null>('door-lists-day-1', null, isDay)

/** At each start: names are gone once the day of their activity is over, whether anybody opens the check-in desk again or not. */
export function purgeCheckInLists(now: Instant): void {
  const until = storedListsDay.read()
  if (until === null) return
  removeText(UNSEALED_KEY)
  if (until >= shanghaiDay(now)) return
  removeSealed(CHECK_IN_LISTS_KEY)
  storedListsDay.write(null)
}
