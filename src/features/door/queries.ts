import { queryOptions } from '@tanstack/react-query'
import type { DoorList } from '../../../core/contract/check-in/door'
import { instant } from '../../../core/kernel/shanghai-time'
import { read } from '../../api/call'
import { keptList } from './keeping/kept-lists'

/** Colleagues let people in at the same door, and residents scan for themselves. */
const RENEWED_MS = 30_000

const listKey = (activityId: string) => ['door.list', activityId] as const

/** Personal: never in the cache that is kept for the next start. */
export const doorQueries = {
  day: () =>
    queryOptions({
      queryKey: ['door.day'],
      queryFn: () => read('door.day', { officeId: null, day: null }),
      staleTime: 0,
    }),
  list: (activityId: string) =>
    queryOptions({
      queryKey: listKey(activityId),
      queryFn: (): Promise<DoorList> => read('door.list', { activityId }),
      staleTime: 0,
      refetchInterval: RENEWED_MS,
      initialData: () => keptList(activityId, instant(Date.now()))?.list,
      initialDataUpdatedAt: () => keptList(activityId, instant(Date.now()))?.readAt,
    }),
}
