import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Where a stall stands on the plan of its market, in parts of the plan's width and height. What waits for a second
 * person has it in its JSON (`stall_plan.proposed`); what waited before has none there.
 */
export const stallPositions: Migration = {
  name: '0041-stall-positions',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      alter table stall
        add column plan_x double precision check (plan_x between 0 and 1),
        add column plan_y double precision check (plan_y between 0 and 1),
        add constraint stall_on_plan check ((plan_x is null) = (plan_y is null))`.execute(db)
  },
}
