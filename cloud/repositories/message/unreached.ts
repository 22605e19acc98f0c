import { sql, type Kysely, type Transaction } from 'kysely'
import type { CallState, ChangeNotice, Unreached } from '../../../core/contract/activity/activity-page'
import {
  isSettled,
  type Call,
  type CalledAs,
  type CallOutcome,
} from '../../../core/domain/registration/messages/call'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { NoticeKind } from '../../../core/domain/registration/messages/notice'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { currentPlace, noticeOf, type NoticeRow } from '../activity/change'

export interface CallRow {
  readonly call_post_id: string | null
  readonly call_held_until: Instant | null
  readonly call_outcome: CallOutcome | null
  readonly call_again_at: Instant | null
  readonly called_at: Instant | null
  /** Whoever holds `call_post_id`. */
  readonly caller: string | null
}

export interface UnreachedRow extends CallRow {
  readonly message_id: number
  readonly kind: NoticeKind
  readonly at: Instant
  readonly number: number
  readonly name: string | null
  readonly persons: number
  readonly telling: NotificationWay
  readonly phone_sealed: Buffer | null
  readonly by_staff: boolean
  readonly wants_help: boolean
  readonly activity_id: string
  readonly title: string
  readonly starts_at: Instant
  readonly place: string
  readonly change: NoticeRow | null
}

/**
 * Each person once, by the latest that could not be told, of an activity and its workshops. Who still has to be told
 * first; of these what starts soonest, then guests without a telephone (a note has to be put up), then who needs help.
 */
export async function readUnreached(
  db: Kysely<Schema>,
  _permit: Permit,
  activityId: string,
): Promise<readonly UnreachedRow[]> {
  const { rows } = await sql<UnreachedRow>`
    select * from (
      select distinct on (registration_id, message.resident_id)
        message.id as message_id, message.kind, message.at, number, called_at, call_post_id, call_held_until,
        call_outcome, call_again_at, post.called as caller, coalesce(call_name, guest.called) as name,
        guest.called is not null as by_staff, help_wanted is not null as wants_help,
        activity.id as activity_id, activity.title, activity.starts_at, ${currentPlace} as place,
        to_jsonb(latest) as change,
        case when is_registrant then telling else 'wechat' end as telling,
        case when is_registrant then phone_sealed end as phone_sealed,
        (
          select count(*) from party_member
          where party_member.registration_id = registration.id and (state <> 'cancelled' or message.kind = 'withdrawn')
        )::integer as persons
      from message
      join activity on activity.id = message.activity_id
      join registration on registration.id = registration_id
      cross join lateral (select message.resident_id is not distinct from registrant_id as is_registrant) as whose
      left join post on post.id = call_post_id
      left join resident_profile as profile on profile.resident_id = message.resident_id
      left join lateral (
        select called from guest
        where guest.registration_id = registration.id and called is not null and message.resident_id is null
        limit 1
      ) as guest on true
      left join lateral (
        select kind, at, place, former_starts_at, decision_at, former_ends_at, note
        from activity_change as change where change.activity_id = activity.id order by change.id desc limit 1
      ) as latest on true
      where (activity.id = ${activityId} or activity.part_of = ${activityId}) and unreached
      order by registration_id, message.resident_id, message.id desc
    ) as person
    order by called_at is not null, telling = 'none' and not by_staff, starts_at,
      not (by_staff and phone_sealed is null), not wants_help, number
  `.execute(db)
  return rows
}

export const callStateOf = (row: CallRow, ownPost: string, now: Instant): CallState => ({
  holder:
    row.call_post_id === null || row.call_held_until === null || row.call_held_until <= now
      ? null
      : {
          called: row.caller ?? '',
          isMe: row.call_post_id === ownPost,
          until: toIso(row.call_held_until),
        },
  // What an earlier version marked has no outcome of its own.
  outcome: row.call_outcome ?? (row.called_at === null ? null : 'reached'),
  calledAt: row.called_at === null ? null : toIso(row.called_at),
  againAt: row.call_again_at === null ? null : toIso(row.call_again_at),
})

export const aboutOf = (
  row: Pick<UnreachedRow, 'activity_id' | 'title' | 'starts_at' | 'place' | 'change'>,
): Unreached['activity'] & { readonly change: ChangeNotice | null } => ({
  activityId: row.activity_id,
  title: row.title,
  startsAt: toIso(row.starts_at),
  place: row.place,
  change: row.change === null ? null : noticeOf(row.change),
})

const TABLES = { registered: 'message', stall: 'stall_call' } as const satisfies Record<CalledAs, string>

/** What else a row of that list has to be, so that it is one of those to call. */
const ofList = (as: CalledAs) => (as === 'registered' ? sql`unreached` : sql`true`)

/** Under the lock of its message: of two who take the same call one waits, and then sees who has it. */
export async function lockCall(
  tx: Transaction<Schema>,
  _permit: Permit,
  activityId: string,
  as: CalledAs,
  messageId: number,
): Promise<(Call & { readonly caller: string | null }) | null> {
  const { rows } = await sql<CallRow>`
    select call_post_id, call_held_until, call_outcome, call_again_at, called_at,
      (select called from post where post.id = call_post_id) as caller
    from ${sql.table(TABLES[as])}
    where id = ${messageId} and ${ofList(as)}
      and activity_id in (select id from activity where id = ${activityId} or part_of = ${activityId})
    for update
  `.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  return {
    heldBy: row.call_post_id,
    heldUntil: row.call_held_until,
    outcome: row.call_outcome ?? (row.called_at === null ? null : 'reached'),
    caller: row.caller,
  }
}

export async function recordTaken(
  tx: Transaction<Schema>,
  { post }: Permit,
  as: CalledAs,
  messageId: number,
  until: Instant,
): Promise<CallState> {
  const row = await tx
    .updateTable(TABLES[as])
    .set({ call_post_id: post.id, call_held_until: new Date(until) })
    .where('id', '=', messageId)
    .returning(['call_post_id', 'call_held_until', 'call_outcome', 'call_again_at', 'called_at'])
    .executeTakeFirstOrThrow()
  return callStateOf({ ...row, caller: post.called }, post.id, 0 as Instant)
}

/** Writes down how the call went: whatever could not be told that person up to that message. */
export async function recordCall(
  tx: Transaction<Schema>,
  { post }: Permit,
  as: CalledAs,
  messageId: number,
  outcome: CallOutcome,
  againAt: Instant | null,
  now: Instant,
): Promise<CallState> {
  const calledAt = isSettled({ outcome }) ? now : null
  const written = sql`call_outcome = ${outcome}, call_post_id = ${post.id}, call_held_until = null,
      called_at = ${calledAt === null ? null : at(calledAt)},
      call_again_at = ${againAt === null || calledAt !== null ? null : at(againAt)}`
  await (
    as === 'stall'
      ? sql`update stall_call set ${written} where id = ${messageId}`
      : sql`
        update message set ${written}
        from message as called
        where called.id = ${messageId} and message.registration_id = called.registration_id
          and message.resident_id is not distinct from called.resident_id
          and message.id <= called.id and message.unreached`
  ).execute(tx)
  return {
    holder: null,
    outcome,
    calledAt: calledAt === null ? null : toIso(calledAt),
    againAt: againAt === null || calledAt !== null ? null : toIso(againAt),
  }
}
