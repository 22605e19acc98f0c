import type { Selectable } from 'kysely'
import type { Activity } from '../../../core/domain/activity/activity'
import type { ActivityTable } from '../../database/schema/activity'

export type ActivityRow = Selectable<ActivityTable>

/** The activity as the rules see it. */
export function activityOf(row: ActivityRow): Activity {
  const { id, status, starts_at: startsAt, ends_at: endsAt } = row
  if (row.kind === 'open' || row.capacity === null) return { id, kind: 'open', status, startsAt, endsAt }
  return {
    id,
    kind: row.kind,
    status,
    startsAt,
    endsAt,
    capacity: row.capacity,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    audience: {
      minAge: row.min_age,
      maxAge: row.max_age,
      compoundIds: row.compound_ids,
      neighbourhoodIds: row.neighbourhood_ids,
    },
    questions: row.questions,
    waitlistLimit: row.waitlist_limit,
    coolDown: row.cool_down,
  }
}
