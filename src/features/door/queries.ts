import { queryOptions } from '@tanstack/react-query'
import type { DoorDay, DoorList } from '../../../core/contract/check-in/door'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { read } from '../../api/call/call'
import { now } from '../clock/use-now'
import { keptList, keptLists } from './keeping/kept-lists'

/** Colleagues let people in at the same door, and residents scan for themselves. */
const RENEWED_MS = 30_000

const listKey = (activityId: string) => ['door.list', activityId] as const

/** The doors whose lists are on this phone, for a start without network. */
function keptDay(): DoorDay | undefined {
  const today = shanghaiDay(now())
  const activities = keptLists(now())
    .map(({ list }) => list)
    .filter(({ startsAt }) => shanghaiDay(parseInstant(startsAt)) <= today)
  return activities.length === 0 ? undefined : { day: today, office: null, activities, visits: [] }
}

/** Personal: never in the cache that is kept for the next start. */
export const doorQueries = {
  day: () =>
    queryOptions({
      queryKey: ['door.day'],
      queryFn: () => read('door.day', { officeId: null, day: null }),
      staleTime: 0,
      initialData: keptDay,
      initialDataUpdatedAt: () => Math.min(...keptLists(now()).map(({ readAt }) => readAt)),
    }),
  list: (activityId: string) =>
    queryOptions({
      queryKey: listKey(activityId),
      queryFn: (): Promise<DoorList> => read('door.list', { activityId }),
      staleTime: 0,
      refetchInterval: RENEWED_MS,
      initialData: () => keptList(activityId, now())?.list,
      initialDataUpdatedAt: () => keptList(activityId, now())?.readAt,
    }),
}
