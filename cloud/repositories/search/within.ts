import { sql, type RawBuilder } from 'kysely'
import type { Span } from '../../../core/domain/search/question/when'
import { at } from '../../database/at'

/** An activity is on in one of these spans; without any, whenever it is. */
export const within = (spans: readonly Span[]): RawBuilder<unknown> =>
  spans.length === 0
    ? sql`true`
    : sql`(${sql.join(
        spans.map(({ from, to }) =>
          to === null ? sql`ends_at > ${at(from)}` : sql`(ends_at > ${at(from)} and starts_at < ${at(to)})`,
        ),
        sql` or `,
      )})`
