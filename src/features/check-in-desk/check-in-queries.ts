import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CheckInDay, CheckInList } from '../../../core/contract/check-in/check-in-desk'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { read } from '../../api/client'
import { isInWechat } from '../../platform/send/credential'
import { failureOf } from '../../api/result'
import type { SettledEntry } from '../../api/outbox/outbox'
import { outbox, useOutbox } from '../../api/outbox/device-outbox'
import type { ScreenState } from '../../components/screen/screen-state'
import { now, onPhone } from '../../api/clock'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { isStaffPhone } from '../staff/staff-phone'
import {
  answeredLater,
  withPending,
  type ShownList,
  type PendingMutation,
  pendingMutations,
} from './check-in-list'
import { areListsOpen, openLists, removeLists, storeList, storedList, storedLists } from './offline-list'

/** Colleagues let people in at the same desk, and residents scan for themselves. */
const RENEWED_MS = 30_000

const listKey = (activityId: string) => ['door.list', activityId] as const

/** The activities whose lists are on this phone, for a start without network. */
function storedToday(): CheckInDay | undefined {
  const today = shanghaiDay(now())
  const activities = storedLists(now())
    .map(({ list }) => list)
    .filter(({ startsAt }) => shanghaiDay(parseInstant(startsAt)) <= today)
  return activities.length === 0 ? undefined : { day: today, office: null, activities, visits: [] }
}

/** When a stored list was read, as the query cache counts. */
function readOnPhone(activityId: string): number | undefined {
  const stored = storedList(activityId, now())
  return stored === null ? undefined : onPhone(stored.readAt)
}

/** Personal: never in the cache that is stored for the next start. */
export const checkInQueries = {
  day: () =>
    queryOptions({
      queryKey: ['door.day'],
      queryFn: () => read('door.day', { officeId: null, day: null }),
      staleTime: 0,
      initialData: storedToday,
      initialDataUpdatedAt: () => Math.min(...storedLists(now()).map(({ readAt }) => onPhone(readAt))),
    }),
  list: (activityId: string) =>
    queryOptions({
      queryKey: listKey(activityId),
      queryFn: (): Promise<CheckInList> => read('door.list', { activityId }),
      staleTime: 0,
      refetchInterval: RENEWED_MS,
      initialData: () => storedList(activityId, now())?.list,
      initialDataUpdatedAt: () => readOnPhone(activityId),
    }),
}

export interface OpenList {
  readonly shown: ShownList
  /** As the backend said it last. */
  readonly list: CheckInList
  readonly waiting: readonly PendingMutation[]
}

/** Whether what lies sealed on this phone is open: before that, no query here may be asked. */
export function useOpenedLists(): boolean {
  const [isOpen, setOpen] = useState(areListsOpen)
  useEffect(() => {
    if (!isOpen) void openLists().then(() => setOpen(true))
  }, [isOpen])
  return isOpen
}

/** The list of one activity, with or without a network; what was read is stored for the next look without one. */
export function useCheckInList(activityId: string): ScreenState<OpenList> {
  const query = usePageQuery(checkInQueries.list(activityId))
  const { queued: all } = useOutbox()
  const { data: list, error, isFetchedAfterMount } = query
  const isTurnedAway = error !== null && turnsAway(error)
  useEffect(() => {
    if (isTurnedAway) removeLists()
    else if (list !== undefined && isFetchedAfterMount) storeFor(list)
  }, [list, isFetchedAfterMount, isTurnedAway])
  const state = screenStateOf(isTurnedAway ? { ...query, data: undefined } : query)
  if (state.kind !== 'ready') return state
  const waiting = pendingMutations(activityId, all)
  return { ...state, value: { shown: withPending(state.value, waiting), list: state.value, waiting } }
}

function storeFor(list: CheckInList): void {
  isStaffPhone.write(true)
  storeList(list, now())
}

/** Not staff here, or no longer: then nothing that was read before is for these eyes. */
function turnsAway(error: Error): boolean {
  const trouble = failureOf(error)
  if (trouble.kind === 'refused') return true
  if (trouble.kind !== 'fault') return false
  // In WeChat it says only that signing in did not succeed just now: who works there keeps the list at the door.
  return trouble.fault === 'forbidden' || (trouble.fault === 'unauthenticated' && !isInWechat)
}

/** Today's activities; a phone that may see them is remembered as staff's. */
export function useToday(): { readonly day: ScreenState<CheckInDay>; readonly renew: () => void } {
  const query = usePageQuery(checkInQueries.day())
  const isStaff = query.isSuccess
  useEffect(() => {
    if (isStaff) isStaffPhone.write(true)
  }, [isStaff])
  return { day: screenStateOf(query), renew: () => void query.refetch() }
}

/** Last words that came later: what was done is read anew from the backend, what was not is to be read by staff. */
export function useLateAnswers(
  activityId: string,
  isUnderway: boolean,
): readonly Extract<SettledEntry, { kind: 'settled' }>[] {
  const client = useQueryClient()
  const { settled } = useOutbox()
  const answered = isUnderway ? [] : answeredLater(activityId, settled)
  const done = answered.filter(({ result }) => result.kind === 'done').map(({ key }) => key)
  const doneKeys = done.join(' ')
  useEffect(() => {
    if (doneKeys === '') return
    // Read first, forget then: in between, nobody vanishes from the counts.
    void client
      .refetchQueries({ queryKey: checkInQueries.list(activityId).queryKey })
      .then(() => doneKeys.split(' ').forEach((key) => outbox.acknowledge(key)))
  }, [client, activityId, doneKeys])
  return answered
}
