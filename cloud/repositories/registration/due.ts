import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Database } from '../../database/connect'
import type { Schema } from '../../database/schema'
import { isPublic } from '../activity/is-public'

/** Activities that have started and in which somebody still waits, by rising id. */
export async function activitiesToLapse(db: Database, now: Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct activity.id from activity join party_member on activity_id = activity.id
    where state = 'waiting' and starts_at <= ${at(now)} order by activity.id
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Activities that start within so many days, and in which somebody has a place and was not reminded of it. */
export async function activitiesToRemindOf(
  db: Database,
  now: Instant,
  until: Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from activity
    where status = 'published' and ${isPublic} and starts_at > ${at(now)} and starts_at < ${at(until)} and capacity is not null
      and exists (select from registration where activity_id = activity.id and confirmed_at is not null)
    order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}

export interface Placed {
  readonly registrationId: string
  readonly confirmedAt: Instant
  readonly reminded: boolean
}

/** Registrations with a place, and whether they were reminded of it in their life. */
export async function readPlaced(tx: Transaction<Schema>, activityId: string): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    select id as "registrationId", confirmed_at as "confirmedAt",
      exists (select from message where registration_id = registration.id and kind = 'reminder') as reminded
    from registration
    where activity_id = ${activityId} and confirmed_at is not null
      and exists (select from party_member where registration_id = registration.id and state = 'confirmed')
    order by join_number
  `.execute(tx)
  return rows
}

/** Forgets phone numbers left for activities that ended by `endedBy`; returns how many. */
export async function forgetPhones(db: Database, endedBy: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('registration')
    .set({ phone_sealed: null })
    .where('phone_sealed', 'is not', null)
    .where('activity_id', 'in', (ended) =>
      ended.selectFrom('activity').select('id').where('ends_at', '<=', at(endedBy)),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
