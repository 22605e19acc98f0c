import { sql, type RawBuilder } from 'kysely'
import type { StaffReach } from '../../../core/domain/staff/post'

/** Whether a row of `activity` is something that posts of this reach count at. */
export const withinReach = ({ offices, activities }: StaffReach): RawBuilder<boolean> =>
  offices === 'all' || activities === 'all'
    ? sql`true`
    : sql`(activity.office_id = any(${[...offices]}::text[]) or activity.id = any(${[...activities]}::text[]))`
