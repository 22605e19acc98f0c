import { useEffect } from 'react'
import type { DoorList } from '../../../core/contract/check-in/door'
import { useOutbox } from '../../api/outbox/use-outbox'
import { troubleOf } from '../../api/call/trouble'
import type { ScreenState } from '../../components/screen/screen-state'
import { now } from '../clock/use-now'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { waitingAt } from './acts/waiting-acts'
import { dropLists, keepList } from './keeping/kept-lists'
import { isStaffPhone } from './keeping/staff-phone'
import { doorQueries } from './queries'
import { seeDoor, type SeenDoor } from './seen/seen'
import type { WaitingAct } from './seen/waiting'

export interface OpenDoor {
  readonly door: SeenDoor
  /** As the backend said it last. */
  readonly list: DoorList
  readonly waiting: readonly WaitingAct[]
}

/** The door of one activity, with or without a network; what was read is kept for the next look without one. */
export function useDoor(activityId: string): ScreenState<OpenDoor> {
  const query = usePageQuery(doorQueries.list(activityId))
  const { waiting: all } = useOutbox()
  const { data: list, error, isFetchedAfterMount } = query
  const isTurnedAway = error !== null && turnsAway(error)
  useEffect(() => {
    if (isTurnedAway) dropLists()
    else if (list !== undefined && isFetchedAfterMount) keepFor(list)
  }, [list, isFetchedAfterMount, isTurnedAway])
  const state = screenStateOf(isTurnedAway ? ({ ...query, data: undefined } as typeof query) : query)
  if (state.kind !== 'ready') return state
  const waiting = waitingAt(activityId, all)
  return { ...state, value: { door: seeDoor(state.value, waiting), list: state.value, waiting } }
}

function keepFor(list: DoorList): void {
  isStaffPhone.write(true)
  keepList(list, now())
}

/** Not staff here, or no longer: then nothing that was read before is for these eyes. */
function turnsAway(error: Error): boolean {
  const trouble = troubleOf(error)
  if (trouble.kind === 'refused') return true
  return trouble.kind === 'fault' && (trouble.fault === 'forbidden' || trouble.fault === 'unauthenticated')
}
