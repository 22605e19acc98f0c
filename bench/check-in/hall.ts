import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Dispatch } from '../../cloud/app/dispatch'
import { tokenHashOf } from '../../cloud/app/token'
import type { Database } from '../../cloud/database/connect'

/** One tap of somebody who has opened a code. */
export interface Tap {
  readonly openid: string
  readonly receipt: string
}

/** Classes in one office whose doors are open now; ids are `<prefix>-1` … */
export async function openClasses(
  db: Database,
  prefix: string,
  count: number,
  capacity: number,
): Promise<readonly string[]> {
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, office_id, sample, starts_at, ends_at, capacity,
      seats_in_use, waitlist_limit)
    select ${`${prefix}-`} || n, 'registered', 'published', 'staff', 'class', '中国结课', '会客厅',
      ${await anOffice(db)}, true, now() + interval '10 minutes', now() + interval '2 hours', ${capacity}::integer, 0, 50
    from generate_series(1, ${count}::integer) as n`.execute(db)
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
}

/** Each of these residents has a place of one, turn by turn in these activities. */
export async function seat(
  db: Database,
  openids: readonly string[],
  activityIds: readonly string[],
): Promise<void> {
  await sql`
    with given as (
      select n, resident_id, (${activityIds}::text[])[(n - 1) % ${activityIds.length}::integer + 1] as activity_id
      from unnest(${openids}::text[]) with ordinality as guest (openid, n) join wechat_account using (openid)
    ), made as (
      insert into registration (activity_id, registrant_id, number, join_number, answers, telling, joined_at, confirmed_at)
      select activity_id, resident_id, n, n, '{}', 'wechat', now(), now() from given
      returning id, activity_id, registrant_id
    ), members as (
      insert into party_member (registration_id, activity_id, resident_id, child, state)
      select id, activity_id, registrant_id, false, 'confirmed' from made
    )
    update activity set seats_in_use = (select count(*) from made where activity_id = activity.id)
    where id = any (${activityIds}::text[])`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

const anOffice = async (db: Database): Promise<string> =>
  (
    await db
      .selectFrom('office')
      .select('id')
      .where('status', '=', 'open')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id

/** A receipt for each of these residents, as `checkIn.open` at the office of the classes gives them. */
export async function openAt(db: Database, openids: readonly string[]): Promise<readonly Tap[]> {
  const taps = openids.map((openid) => ({ openid, receipt: randomBytes(16).toString('base64url') }))
  const hashes = taps.map(({ receipt }) => tokenHashOf(receipt))
  await sql`
    insert into receipt (token_hash, place_kind, place_id, grade, opened_at)
    select hash, 'office', ${await anOffice(db)}, 'rolling', now() from unnest(${hashes}::bytea[]) as hash`.execute(
    db,
  )
  return taps
}

export const confirmThrough =
  (dispatch: Dispatch) =>
  async ({ openid, receipt }: Tap): Promise<void> => {
    const reply = await dispatch({
      endpoint: 'checkIn.confirm',
      input: { receipt, requestId: randomUUID() },
      token: null,
      openid,
      address: 'bench',
    })
    if (!reply.ok) throw new Error(`a tap broke: ${JSON.stringify(reply)}`)
  }

/** As if nobody had come yet: the receipts are open, and places are as before. */
export async function sendHome(db: Database): Promise<void> {
  for (const table of ['check_in_history', 'member_history']) {
    await sql`alter table ${sql.table(table)} disable trigger append_only`.execute(db)
    await sql`delete from ${sql.table(table)}`.execute(db)
    await sql`alter table ${sql.table(table)} enable trigger append_only`.execute(db)
  }
  await sql`delete from door_entry`.execute(db)
  await sql`delete from visit`.execute(db)
  await sql`delete from request`.execute(db)
  await sql`update party_member set state = 'confirmed', presence = null where state = 'attended'`.execute(db)
  await sql`update receipt set taken_by = null, taken_at = null, opened_at = now()`.execute(db)
  await sql`vacuum`.execute(db)
}

/** What is on record of the door: days visited, heads that stand, and members who came. */
export async function countRows(db: Database): Promise<{ visits: number; heads: number; attended: number }> {
  const { rows } = await sql<{ visits: number; heads: number; attended: number }>`
    select (select count(*) from visit)::integer as visits, (select count(*) from door_entry)::integer as heads,
      (select count(*) from party_member where state = 'attended')::integer as attended`.execute(db)
  return rows[0] ?? { visits: 0, heads: 0, attended: 0 }
}
