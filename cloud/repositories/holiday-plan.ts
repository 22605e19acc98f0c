import { sql, type Transaction } from 'kysely'
import type { HolidayPlan } from '../../core/domain/office/holiday-plan'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Permit } from '../app/permit'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'

export interface StoredPlan extends HolidayPlan {
  readonly version: number
  readonly called: string
  readonly at: Instant
}

/** All that staff ever entered: a row for each year. */
export const readHolidayPlans = (db: Database): Promise<readonly StoredPlan[]> =>
  db
    .selectFrom('holiday_plan')
    .innerJoin('post', 'post.id', 'holiday_plan.by_post')
    .select([
      'holiday_plan.year',
      'holiday_plan.spans',
      'holiday_plan.workdays',
      'holiday_plan.is_complete as isComplete',
      'holiday_plan.version',
      'post.called',
      'holiday_plan.at',
    ])
    .orderBy('holiday_plan.year')
    .execute()

/**
 * Writes the plan of a year over the version that was seen.
 * @returns the new version; `null` where somebody else saved meanwhile
 */
export async function recordHolidayPlan(
  tx: Transaction<Schema>,
  { post }: Permit,
  plan: HolidayPlan,
  seen: number,
  now: Instant,
): Promise<number | null> {
  const spans = JSON.stringify(plan.spans)
  const row = {
    year: plan.year,
    spans,
    workdays: sql<never>`${[...plan.workdays]}::date[]`,
    is_complete: plan.isComplete,
    version: seen + 1,
    by_post: post.id,
    at: new Date(now),
  }
  const saved =
    seen === 0
      ? await tx
          .insertInto('holiday_plan')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('holiday_plan')
          .set(row)
          .where('year', '=', plan.year)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst()
  return saved?.version ?? null
}
