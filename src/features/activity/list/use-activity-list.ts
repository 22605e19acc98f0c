import { useState } from 'react'
import type { ActivitiesListed, ActivitySummary } from '../../../../core/contract/activity/activity-page'
import type { Topic } from '../../../../core/domain/activity/activity'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { queries } from '../../../api/queries'
import type { ScreenState } from '../../../components/screen/screen-state'
import { useNow } from '../../../api/clock'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'
import { isUnfiltered, narrow, NO_FILTER, type ActivityFilter } from '../narrow'

/** Rows at first and with each tap on "more": 100 at once are slow to appear. */
const ROWS_A_STEP = 20
/** Nobody should tap for the last few. */
const LAST_FEW = 8
/** As many as the backend sends at once: beyond them there may be more. */
const LONGEST_ANSWER = 100

type Listed = ActivitiesListed

interface ActivityList {
  readonly now: Instant
  readonly filter: ActivityFilter
  readonly change: (filter: Partial<ActivityFilter>) => void
  readonly clear: () => void
  /** Everything that is to come; what there is to choose among comes from it. */
  readonly all: ScreenState<Listed>
  readonly choices: { readonly topics: readonly Topic[]; readonly places: readonly string[] }
  readonly found: ScreenState<Found>
  readonly showMore: () => void
}

export interface Found {
  readonly activities: readonly ActivitySummary[]
  readonly shown: readonly ActivitySummary[]
  /** There may be more than the backend sends at once. */
  readonly cutShort: boolean
}

export function useActivityList(): ActivityList {
  const now = useNow()
  const [filter, setFilter] = useState(NO_FILTER)
  const [rows, setRows] = useState(ROWS_A_STEP)
  const all = screenStateOf(usePageQuery(queries.activities(NO_FILTER)))
  const listed = all.kind === 'ready' ? all.value : null
  // Answered on the phone wherever the phone has all there is; then it is at once, and without a network.
  const asks = !isUnfiltered(filter) && (filter.age !== null || listed === null || isCutShort(listed))
  const asked = screenStateOf(usePageQuery({ ...queries.activities(filter), enabled: asks }))
  const answer = asks ? asked : all
  const choose = (next: ActivityFilter) => {
    setFilter(next)
    setRows(ROWS_A_STEP)
  }
  return {
    now,
    filter,
    change: (part) => choose({ ...filter, ...part }),
    clear: () => choose(NO_FILTER),
    all,
    choices: choicesIn(listed),
    found: answer.kind === 'ready' ? { ...answer, value: foundIn(answer.value, filter, now, rows) } : answer,
    showMore: () => setRows(rows + ROWS_A_STEP),
  }
}

const isCutShort = ({ activities }: Listed): boolean => activities.length >= LONGEST_ANSWER

function foundIn(listed: Listed, filter: ActivityFilter, now: Instant, rows: number): Found {
  const activities = narrow(listed.activities, filter, now)
  const shown = activities.length <= rows + LAST_FEW ? activities : activities.slice(0, rows)
  return { activities, shown, cutShort: isCutShort(listed) }
}

function choicesIn(listed: Listed | null): ActivityList['choices'] {
  if (listed === null) return { topics: [], places: [] }
  const { activities, places } = listed
  return {
    topics: [...new Set(activities.map(({ topic }) => topic))],
    places: isCutShort(listed) ? places : [...new Set(activities.map(({ place }) => place))],
  }
}
