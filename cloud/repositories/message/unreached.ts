import { sql, type Kysely, type Transaction } from 'kysely'
import type { TellingWay } from '../../../core/domain/registration/messages/dispatch'
import type { NoticeKind } from '../../../core/domain/registration/messages/notice'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

export interface UnreachedRow {
  readonly message_id: number
  readonly kind: NoticeKind
  readonly at: Instant
  readonly number: number
  readonly name: string | null
  readonly persons: number
  readonly telling: TellingWay
  readonly phone_sealed: Buffer | null
  readonly called_at: Instant | null
}

/** Each person once, by the latest that could not be told; who still has to be called first. */
export async function readUnreached(
  db: Kysely<Schema>,
  activityId: string,
): Promise<readonly UnreachedRow[]> {
  const { rows } = await sql<UnreachedRow>`
    select * from (
      select distinct on (registration_id, message.resident_id)
        message.id as message_id, kind, at, number, call_name as name, called_at,
        case when is_registrant then telling else 'wechat' end as telling,
        case when is_registrant then phone_sealed end as phone_sealed,
        (
          select count(*) from party_member
          where party_member.registration_id = registration.id and (state <> 'cancelled' or kind = 'withdrawn')
        )::integer as persons
      from message
      join registration on registration.id = registration_id
      cross join lateral (select message.resident_id is not distinct from registrant_id as is_registrant) as whose
      left join resident_profile as profile on profile.resident_id = message.resident_id
      where message.activity_id = ${activityId} and unreached
      order by registration_id, message.resident_id, message.id desc
    ) as person
    order by called_at is not null, number
  `.execute(db)
  return rows
}

/** Marks a person as called: whatever could not be told them up to that message. */
export async function recordCalled(
  tx: Transaction<Schema>,
  activityId: string,
  messageIds: readonly number[],
  now: Instant,
): Promise<void> {
  await sql`
    update message set called_at = ${at(now)}
    from message as called
    where called.id = any (${messageIds}::bigint[]) and called.activity_id = ${activityId} and called.unreached
      and message.registration_id = called.registration_id and message.resident_id = called.resident_id
      and message.id <= called.id and message.unreached and message.called_at is null
  `.execute(tx)
}
