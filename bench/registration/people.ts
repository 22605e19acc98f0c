import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Dispatch } from '../../cloud/app/dispatch'
import type { Database } from '../../cloud/database/connect'

/** Classes of one series, far enough ahead that the queue promotes; ids are `<prefix>-1` … */
export async function plan(
  db: Database,
  prefix: string,
  count: number,
  capacity: number,
): Promise<readonly string[]> {
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, sample, starts_at, ends_at, capacity, waitlist_limit)
    select ${`${prefix}-`} || n, 'registered', 'published', 'staff', 'class', '中国结课', '武宁片区', true,
      now() + interval '3 days' + n * interval '1 minute', now() + interval '3 days 2 hours' + n * interval '1 minute',
      ${capacity}::integer, 1000
    from generate_series(1, ${count}::integer) as n`.execute(db)
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
}

/** As if nobody had ever registered for these. */
export async function forget(db: Database, activityIds: readonly string[]): Promise<void> {
  const theirs = sql`activity_id = any (${activityIds}::text[])`
  await sql`alter table member_history disable trigger append_only`.execute(db)
  await sql`delete from member_history using party_member as member where member.id = member_id and ${theirs}`.execute(
    db,
  )
  await sql`alter table member_history enable trigger append_only`.execute(db)
  await sql`delete from message where ${theirs}`.execute(db)
  await sql`delete from party_member where ${theirs}`.execute(db)
  await sql`delete from registration where ${theirs}`.execute(db)
  await sql`delete from request`.execute(db)
  await sql`
    update activity set seats_in_use = 0, next_join_number = 1 where id = any (${activityIds}::text[])`.execute(
    db,
  )
}

/** Seats given beyond the capacity, and places given to somebody while an earlier single waited. */
export async function faults(
  db: Database,
  activityIds: readonly string[],
): Promise<{ oversold: number; outOfOrder: number }> {
  const { rows } = await sql<{ oversold: number; outOfOrder: number }>`
    with place as (
      select registration.activity_id, join_number, state from party_member join registration on registration.id = registration_id
      where registration.activity_id = any (${activityIds}::text[])
    ), held as (
      select activity_id, count(*) filter (where state = 'confirmed') as seats,
        min(join_number) filter (where state = 'waiting') as first_waiting from place group by activity_id
    )
    select
      coalesce(sum(greatest(seats - capacity, 0) + abs(seats - seats_in_use)), 0)::integer as oversold,
      coalesce(sum((
        select count(*) from place
        where place.activity_id = held.activity_id and state = 'confirmed' and join_number > first_waiting
      )), 0)::integer as "outOfOrder"
    from held join activity on activity.id = held.activity_id`.execute(db)
  return rows[0] ?? { oversold: 0, outOfOrder: 0 }
}

/** One attempt to register, by whom and for what. */
export interface Attempt {
  readonly openid: string
  readonly activityId: string
}

export const registerThrough =
  (dispatch: Dispatch) =>
  async ({ openid, activityId }: Attempt): Promise<void> => {
    const input = { activityId, party: [null], requestId: randomUUID() }
    const reply = await dispatch({
      endpoint: 'registration.register',
      input,
      token: null,
      openid,
      address: 'bench',
    })
    if (!reply.ok && !('refusal' in reply)) throw new Error(`an attempt broke: ${JSON.stringify(reply)}`)
  }
