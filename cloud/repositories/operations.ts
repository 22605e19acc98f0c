import { sql } from 'kysely'
import type { Database } from '../database/connect'

/** What whoever runs the programs watches: counts alone, nobody's data. */
export interface OperationFigures {
  /** By what became of them, of the last 24 hours. */
  readonly messages: Readonly<Record<string, number>>
  /** Due, and not sent yet. */
  readonly messagesDue: number
  /** Words of residents that WeChat has not judged yet. */
  readonly textsUnchecked: number
  /** Accounts whose days of grace are over and that are not erased yet. */
  readonly erasuresDue: number
  readonly screensPaired: number
  /** Asked what to show within the last five minutes. */
  readonly screensSeen: number
  readonly databaseBytes: number
}

interface Counted {
  readonly what: string
  readonly n: number
}

/** One statement, a few milliseconds; asked once for each look at the metrics. */
export async function readOperationFigures(db: Database): Promise<OperationFigures> {
  const { rows } = await sql<Counted>`
    select 'message ' || delivery as what, count(*)::int as n
    from message where at > now() - interval '24 hours' group by delivery
    union all select 'due', count(*)::int from message where delivery = 'pending' and due_at <= now()
    union all select 'unchecked', (select count(*)::int from suggestion where checked = 'unchecked')
      + (select count(*)::int from facility_report where checked = 'unchecked')
    union all select 'erasures', count(*)::int from resident where erase_after <= now()
    union all select 'paired', count(*)::int from screen where revoked_at is null
    union all select 'seen', count(*)::int from screen
      where revoked_at is null and seen_at > now() - interval '5 minutes'
    union all select 'bytes', pg_database_size(current_database())::float8`.execute(db)
  const numberOf = (what: string): number => Number(rows.find((row) => row.what === what)?.n ?? 0)
  return {
    messages: Object.fromEntries(FATES.map((fate) => [fate, numberOf(`message ${fate}`)])),
    messagesDue: numberOf('due'),
    textsUnchecked: numberOf('unchecked'),
    erasuresDue: numberOf('erasures'),
    screensPaired: numberOf('paired'),
    screensSeen: numberOf('seen'),
    databaseBytes: numberOf('bytes'),
  }
}

const FATES = ['inbox', 'pending', 'sending', 'sent', 'unsent', 'dropped'] as const
