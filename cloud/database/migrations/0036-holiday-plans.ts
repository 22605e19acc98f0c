import { sql } from 'kysely'
import type { Migration } from '../migration'

/** 节假日 and 调休 of a year as staff enter them from the yearly notice; no data pack touches them. */
export const holidayPlans: Migration = {
  name: '0036-holiday-plans',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      create table holiday_plan (
        year smallint primary key check (year between 2000 and 2999),
        spans jsonb not null,
        workdays date[] not null,
        is_complete boolean not null,
        version integer not null check (version > 0),
        by_post uuid not null references post (id),
        at timestamptz not null
      )`.execute(db)
    await sql`create index holiday_plan_by_post on holiday_plan (by_post)`.execute(db)
  },
}
