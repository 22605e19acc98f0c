import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { SearchDocument, SearchKind } from '../../../core/domain/search/document'
import type { AnyOf, Wanted } from '../../../core/domain/search/terms'
import type { Span } from '../../../core/domain/search/question/when'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { isPublic } from '../activity/is-public'
import { within } from './within'

type Reader = Kysely<Schema>

/** Of each kind, by each way of asking: more than an answer shows, few enough to be ranked in a moment. */
const MOST_OF_A_KIND = 16

/** A document as it was found, with what its line says. */
export interface Candidate extends SearchDocument {
  readonly about: string | null
  readonly offices: readonly string[]
}

interface CandidateRow {
  kind: SearchKind
  id: string
  standing: number
  gone: boolean
  fields: SearchDocument['fields']
  about: string | null
  offices: string[]
}

/**
 * Documents that answer one of these ways of asking, those of the best standing for each. What is chosen is looked up
 * one by one (the limit says so): PostgreSQL would rather read through all documents at once.
 */
export async function readCandidates(
  db: Reader,
  ways: readonly Wanted[],
  now: Instant,
): Promise<readonly Candidate[]> {
  if (ways.length === 0) return []
  const asked = ways.map((wanted) => sql`(${narrowly(wanted, now)})`)
  const { rows } = await sql<CandidateRow>`
    with chosen as materialized (${sql.join(asked, sql` union `)})
    select document.* from chosen cross join lateral (
      select kind, id, standing, gone, fields, about, offices from search_document
      where search_document.kind = chosen.kind and search_document.id = chosen.id limit 1
    ) as document`.execute(db)
  return rows
}

/** Dates that are looked through: of a week in the busiest 街道 there are fewer. */
const MOST_DATES = 400
/** Nothing is on for longer; so the index by the beginning serves. */
const LONGEST_DAYS = 60
/** Of a common word more than an answer shows. */
const MOST_ON = 60

/** Documents of activities that are on in one of these spans, the earliest first. */
export async function readActivitiesOn(db: Reader, spans: readonly Span[]): Promise<readonly Candidate[]> {
  if (spans.length === 0) return []
  const earliest = Math.min(...spans.map(({ from }) => from)) as Instant
  const { rows } = await sql<CandidateRow>`
    with date as (
      select coalesce(series_id, id) as series, starts_at from activity
      where status = 'published' and ${isPublic} and starts_at > ${at(earliest)} - interval '1 day' * ${LONGEST_DAYS}
        and ${within(spans)}
      order by starts_at, id limit ${MOST_DATES}
    ), first as (
      select series, min(starts_at) as starts_at from date group by series order by 2, 1 limit ${MOST_ON}
    )
    select kind, search_document.id, standing, gone, fields, about, offices
    from first join search_document on kind = 'activity' and search_document.id = series
    order by first.starts_at, series`.execute(db)
  return rows
}

/** Reads narrow rows only: what a document says is fetched for those that are chosen. */
const narrowly = (wanted: Wanted, now: Instant): RawBuilder<unknown> => sql`
  select kind, id from (
    select kind, id, row_number() over (partition by kind order by standing, id) as place
    from search_document
    where ${sql.join(wanted.map(answering), sql` and `)} and (ends_at is null or ends_at > ${at(now)})
  ) as placed
  where place <= ${MOST_OF_A_KIND}`

/** One of the ways; ways of a single term are asked for together. */
function answering(anyOf: AnyOf): RawBuilder<unknown> {
  const single = anyOf.filter(({ length }) => length === 1).flat()
  const several = anyOf.filter(({ length }) => length > 1)
  const conditions = several.map((all) => sql`terms @> ${all}::text[]`)
  if (single.length > 0) conditions.push(sql`terms && ${single}::text[]`)
  return sql`(${sql.join(conditions, sql` or `)})`
}
