import { sql } from 'kysely'
import { TOPIC_NAMES, type Topic } from '../../../../core/domain/activity/activity'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { currentPlace } from '../../activity/change'
import type { Reader } from './reader'
import { source, texts, type ReadSources } from './source'

interface ActivityRow {
  series: string
  topic: Topic
  title: string
  place: string
  host: string | null
  for_whom: string | null
  about: string | null
  starts_at: Instant
  last_end: Instant
}

const HOUR = 3_600_000

/** A series once, in the words of its next date; drafts and what was withdrawn are not there. */
export const readActivities =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<ActivityRow>`
      select distinct on (series) coalesce(series_id, id) as series, topic, title, ${currentPlace} as place, host, for_whom, about,
        starts_at, max(ends_at) over (partition by coalesce(series_id, id)) as last_end
      from activity
      where coalesce(series_id, id) = any(${ids}::text[]) and status = 'published'
      order by series, ends_at > now() desc, starts_at, id`.execute(db)
    return rows.map((row) =>
      source('activity', {
        id: row.series,
        // Sooner first; hours since 1970 fit the column for 245,000 years.
        standing: Math.floor(row.starts_at / HOUR),
        endsAt: row.last_end,
        title: row.title,
        texts: [
          ...texts('kind', row.topic === 'other' ? null : TOPIC_NAMES[row.topic]),
          ...texts('place', row.place),
          ...texts('text', row.host, row.for_whom, row.about),
        ],
      }),
    )
  }
