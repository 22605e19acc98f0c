import { sql, type Kysely, type Transaction } from 'kysely'
import type { TakenStall } from '../../../core/domain/activity/stall/holders'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import type { Schema } from '../../database/schema'
import { currentPlace, type NoticeRow } from '../activity/change'
import type { CallRow } from './unreached'

type Reader = Kysely<Schema>

/** Whom to ring about the stalls of a market that somebody has; the number sealed, which `openPhone` opens. */
export async function readTakenStalls(
  db: Reader,
  _permit: Permit,
  activityId: string,
  openPhone: (sealed: Buffer) => string | null,
): Promise<readonly TakenStall[]> {
  const { rows } = await sql<Omit<TakenStall, 'phone'> & { phone_sealed: Buffer | null }>`
    select coalesce(stall.number, contact.number) as number, stall.name as sign, called, phone_sealed,
      applicant_id as "residentId"
    from (select * from stall where activity_id = ${activityId}) as stall
    full join (select * from stall_contact where activity_id = ${activityId}) as contact
      on contact.number = stall.number
    left join stall_application as application on application.stall_id = stall.id
    where stall.name is not null or contact.number is not null or application.id is not null
  `.execute(db)
  return rows
    .map(({ phone_sealed, ...row }) => ({
      ...row,
      phone: phone_sealed === null ? null : openPhone(phone_sealed),
    }))
    .sort((one, other) => one.number.localeCompare(other.number, 'zh', { numeric: true }))
}

export interface RegisteredRow {
  readonly phone_sealed: Buffer | null
  readonly residentIds: readonly string[]
}

/** Registrations of an activity and its published workshops whom a change reaches: who chose 不用通知 is none. */
export async function readToldRegistrations(
  db: Reader,
  _permit: Permit,
  activityId: string,
): Promise<readonly RegisteredRow[]> {
  const { rows } = await sql<RegisteredRow>`
    select phone_sealed, array_remove(array_append(members.residents, registrant_id), null) as "residentIds"
    from registration join activity on activity.id = activity_id, lateral (
      select coalesce(array_agg(resident_id) filter (where resident_id is not null), '{}') as residents,
        count(*) as persons
      from party_member where registration_id = registration.id and state <> 'cancelled'
    ) as members
    where (activity.id = ${activityId} or part_of = ${activityId}) and status = 'published'
      and members.persons > 0 and (registrant_id is null or telling <> 'none')
  `.execute(db)
  return rows
}

/** One row for each holder, by their stalls, instead of those about an earlier change. */
export async function recordStallCalls(
  tx: Transaction<Schema>,
  _permit: Permit,
  activityId: string,
  changeId: number,
  holders: readonly (readonly string[])[],
): Promise<void> {
  await tx.deleteFrom('stall_call').where('activity_id', '=', activityId).execute()
  if (holders.length === 0) return
  await tx
    .insertInto('stall_call')
    .values(
      holders.map((numbers) => ({ activity_id: activityId, change_id: changeId, numbers: [...numbers] })),
    )
    .execute()
}

export interface StallCallRow extends CallRow {
  readonly id: number
  readonly numbers: readonly string[]
  readonly at: Instant
  readonly kind: NoticeRow['kind']
  readonly activity_id: string
  readonly title: string
  readonly starts_at: Instant
  readonly place: string
  readonly change: NoticeRow
}

/** Who has to be told yet first, then as they stand on the plan. */
export async function readStallCalls(
  db: Reader,
  _permit: Permit,
  activityId: string,
): Promise<readonly StallCallRow[]> {
  const { rows } = await sql<StallCallRow>`
    select stall_call.id, numbers, latest.at, latest.kind, called_at, call_post_id, call_held_until, call_outcome,
      call_again_at, post.called as caller, activity.id as activity_id, activity.title, activity.starts_at,
      ${currentPlace} as place, to_jsonb(latest) as change
    from stall_call join activity on activity.id = stall_call.activity_id
    join activity_change as latest on latest.id = change_id
    left join post on post.id = call_post_id
    where stall_call.activity_id = ${activityId}
    order by called_at is not null, stall_call.id
  `.execute(db)
  return rows
}
