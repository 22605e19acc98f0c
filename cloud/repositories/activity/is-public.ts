import { sql } from 'kysely'

/**
 * Whether residents may know a row of `activity`: it was published and its time has come, by the one clock. Everything
 * that shows an activity to residents, or lets them do something with it, asks this.
 */
export const isPublic = sql<boolean>`(activity.status <> 'draft' and coalesce(
  activity.published_from <= clock_timestamp() + (select clock_offset_ms from database_mode) * interval '1 millisecond',
  true
))`
