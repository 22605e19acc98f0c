import { useQueries, useQuery } from '@tanstack/react-query'
import type { MyRegistration } from '../../../core/contract/registration/registration'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { useNow } from '../../api/clock'
import { queries } from '../../api/queries'
import { ownShort } from '../../text/registration/next-registration'
import { useHasRegistered } from '../messages/use-unread'
import { splitByTime } from './registration-list'

/** A registration that is still to come, and where it stands in the queue while it waits. */
export interface ComingRegistration {
  readonly mine: MyRegistration
  /** From 1; `null` where it does not wait, and until it is known. */
  readonly position: number | null
}

/** What one has that is not over, the soonest first. Asked only for who has registered before. */
export function useComing(): readonly ComingRegistration[] {
  const now = useNow()
  const known = useQuery({ ...queries.registrations(), enabled: useHasRegistered() }).data
  const coming = soonestFirst(known?.registrations ?? [], now)
  const pages = useQueries({
    queries: coming.filter(waits).map(({ registrationId }) => queries.registration(registrationId)),
  })
  const positions = new Map(
    pages.map(({ data }) => [data?.registrationId, data?.waitingPosition?.position ?? null] as const),
  )
  return coming.map((mine) => ({ mine, position: positions.get(mine.registrationId) ?? null }))
}

const waits = ({ headline }: MyRegistration): boolean => headline === 'waiting'

export const soonestFirst = (
  registrations: readonly MyRegistration[],
  now: Instant,
): readonly MyRegistration[] =>
  [...splitByTime(registrations, now).coming].sort(
    (one, two) => parseInstant(one.activity.startsAt) - parseInstant(two.activity.startsAt),
  )

export interface OwnState {
  readonly text: string
  readonly tone: 'open' | 'soon'
}

/** 已报名, 候补第 1 位: what lists say of one's own activities, by the activity's id. */
export function useOwnStates(): ReadonlyMap<string, OwnState> {
  return new Map(
    useComing()
      .filter(({ mine }) => mine.activity.status === 'published')
      .map(({ mine, position }) => [
        mine.activity.id,
        { text: ownShort(mine.headline, position), tone: waits(mine) ? 'soon' : 'open' },
      ]),
  )
}
