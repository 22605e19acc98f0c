import { sql, type Kysely } from 'kysely'
import type { Card, NextTime } from '../../../core/contract/search'
import type { SearchKind } from '../../../core/domain/search/document'
import { shanghaiDay, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Span } from '../../../core/domain/search/question/when'
import { at } from '../../database/at'
import { within } from './within'
import type { Schema } from '../../database/schema'
import { isPublic } from '../activity/is-public'

type Reader = Kysely<Schema>

/** What an index may be late about, read from the sources themselves at the moment of the answer. */
export interface Live {
  readonly kind: SearchKind
  readonly id: string
  readonly status: Card['status']
  readonly times: readonly NextTime[]
}

interface LiveRow {
  kind: SearchKind
  id: string
  status: Card['status']
  times: readonly NextTime[] | null
}

/**
 * Of these things those that are still there, as they stand now: nothing withdrawn is found while the index still has
 * it. An activity comes with its next dates, where spans are given with those within them.
 */
export async function readLive(
  db: Reader,
  things: readonly { readonly kind: SearchKind; readonly id: string }[],
  now: Instant,
  dates: number,
  spans: readonly Span[] = [],
): Promise<readonly Live[]> {
  if (things.length === 0) return []
  const { rows } = await sql<LiveRow>`
    with asked as (
      select kind, id from unnest(
        ${things.map(({ kind }) => kind)}::text[], ${things.map(({ id }) => id)}::text[]
      ) as one (kind, id)
    )
    select asked.kind, asked.id, status, null::jsonb as times from asked join office on office.id = asked.id
    where asked.kind = 'office'
    union all
    select kind, id, 'open', null::jsonb from asked
    where asked.kind = 'service' and exists (select from service where service.id = asked.id)
      or asked.kind = 'facility' and exists (select from facility where facility.id = asked.id)
      or asked.kind = 'word' and exists (select from explained_word where explained_word.id = asked.id)
      or asked.kind = 'news' and exists (
        select from article where article.id = asked.id and published_on <= ${shanghaiDay(now)}::date
      )
    union all
    select asked.kind, asked.id, 'open', times from asked cross join lateral (${nextTimes(now, dates, spans)}) as next
    where asked.kind = 'activity' and times is not null`.execute(db)
  return rows.map(({ times, ...row }) => ({ ...row, times: (times ?? []).map(withIso) }))
}

/** The next dates of the series `asked.id`, as a list in order; null where none is left. */
const nextTimes = (now: Instant, dates: number, spans: readonly Span[]) => sql`
  select jsonb_agg(
    jsonb_build_object(
      'activityId', date.id, 'startsAt', date.starts_at, 'endsAt', date.ends_at,
      'place', coalesce(latest.place, date.place), 'change', latest.kind
    ) order by date.starts_at, date.id
  ) as times
  from (
    select id, starts_at, ends_at, place from activity
    where coalesce(series_id, id) = asked.id and status = 'published' and ${isPublic} and ends_at > ${at(now)}
      and ${within(spans)}
    order by starts_at, id limit ${dates}
  ) as date left join lateral (
    select kind, place from activity_change where activity_id = date.id order by activity_change.id desc limit 1
  ) as latest on true`

/** PostgreSQL writes instants in JSON with an offset of its own. */
const withIso = (time: NextTime): NextTime => ({
  ...time,
  startsAt: toIso(Date.parse(time.startsAt) as Instant),
  endsAt: toIso(Date.parse(time.endsAt) as Instant),
})
