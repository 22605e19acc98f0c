import type { DoorList } from '../../../../core/contract/check-in/door'
import { parseInstant, shanghaiDay, type Instant } from '../../../../core/kernel/shanghai-time'
import { removeText } from '../../../platform/storage/storage'
import { kept } from '../../../platform/storage/kept'
import { DOOR_LISTS_KEY, doorListsDay } from './kept-day'

/** One activity's list as it was last read, for a door without network: masked names, numbers, who came. */
export interface KeptList {
  readonly list: DoorList
  /** Milliseconds since 1970. */
  readonly readAt: number
}

type KeptLists = Readonly<Record<string, KeptList>>

const isKeptLists = (found: unknown): found is KeptLists =>
  typeof found === 'object' &&
  found !== null &&
  Object.values(found).every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'readAt' in one && 'list' in one && isList(one.list),
  )

const isList = (found: unknown): boolean =>
  typeof found === 'object' &&
  found !== null &&
  'activityId' in found &&
  'parties' in found &&
  Array.isArray(found.parties) &&
  'checkInUntil' in found &&
  typeof found.checkInUntil === 'string'

const lists = kept<KeptLists>(DOOR_LISTS_KEY, {}, isKeptLists)

/** What is kept of an activity whose day is not over; all that is older is dropped by the look. */
export function keptList(activityId: string, now: Instant): KeptList | null {
  return dropOld(now)[activityId] ?? null
}

/** Every list of today and later that is kept. */
export const keptLists = (now: Instant): readonly KeptList[] => Object.values(dropOld(now))

/** Keeps what a door without network needs, and no heads without a registration: they are nobody's. */
export function keepList(list: DoorList, now: Instant): void {
  const others = dropOld(now)
  if (dayOf(list) < shanghaiDay(now)) return
  const kept = { list: { ...list, heads: [] }, readAt: now }
  if (lists.write({ ...others, [list.activityId]: kept }) === 'full') return
  const until = doorListsDay.read()
  if (until === null || until < dayOf(list)) doorListsDay.write(dayOf(list))
}

/** Nobody stands at a door here any more: the lists go. */
export function dropLists(): void {
  removeText(DOOR_LISTS_KEY)
}

const dayOf = ({ checkInUntil }: DoorList) => shanghaiDay(parseInstant(checkInUntil))

function dropOld(now: Instant): KeptLists {
  const all = Object.entries(lists.read())
  const today = all.filter(([, { list }]) => dayOf(list) >= shanghaiDay(now))
  if (today.length < all.length) lists.write(Object.fromEntries(today))
  return Object.fromEntries(today)
}
