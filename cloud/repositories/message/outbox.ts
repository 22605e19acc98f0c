import { sql, type Transaction } from 'kysely'
import type { MessageAbout } from '../../../core/contract/registration/message'
import type { ActivityStatus } from '../../../core/domain/activity/activity'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { NoticeKind, Template } from '../../../core/domain/registration/messages/notice'
import { instant, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Database } from '../../database/connect'
import type { Schema } from '../../database/schema'
import type { MessageTable } from '../../database/schema/registration'
import { currentPlace } from '../activity/change'

type Tx = Transaction<Schema>

/** A message that waits to be sent, with all that its sending is decided by. */
export interface DueMessage {
  readonly id: number
  readonly residentId: string
  readonly openid: string | null
  readonly activityId: string
  /** Null for a volunteer. */
  readonly registrationId: string | null
  readonly isVolunteer: boolean
  readonly kind: NoticeKind
  readonly cause: string
  readonly about: MessageAbout
  readonly way: NotificationWay
  readonly status: ActivityStatus
  /** Where to go now. */
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly capacity: number
  readonly waiting: number
  readonly confirmed: number
  readonly attended: number
  readonly latestChangeId: string | null
}

/** Claims the next message that is due, which no other instance has; `null` when none is left. */
export async function claimDue(tx: Tx, now: Instant): Promise<DueMessage | null> {
  const { rows } = await sql<DueMessage>`
    with due as (
      select * from message where delivery in ('pending', 'pending-volunteer') and due_at <= ${at(now)}
      order by due_at, id limit 1 for update skip locked
    )
    select due.id, due.resident_id as "residentId", openid, due.activity_id as "activityId",
      due.registration_id as "registrationId", due.registration_id is null as "isVolunteer", due.kind, due.cause, due.about,
      case when registrant_id = due.resident_id then telling else 'wechat' end as way,
      status, ${currentPlace} as place, starts_at as "startsAt", coalesce(latest.former_ends_at, ends_at) as "endsAt", coalesce(capacity, 0) as capacity,
      ${members('waiting')}, ${members('confirmed')}, ${members('attended')},
      latest.id::text as "latestChangeId"
    from due
    left join registration on registration.id = due.registration_id
    join activity on activity.id = due.activity_id
    left join lateral (
      select change.id, former_ends_at from activity_change as change
      where change.activity_id = due.activity_id order by change.id desc limit 1
    ) as latest on true
    left join wechat_account on wechat_account.resident_id = due.resident_id
  `.execute(tx)
  return rows[0] ?? null
}

const members = (state: string) => sql`(
  select count(*) from party_member where party_member.registration_id = due.registration_id and state = ${state}
)::integer as ${sql.ref(state)}`

/** Consents left of a template, under the lock of their row; 0 where none was ever given. */
export async function lockConsents(tx: Tx, residentId: string, template: Template): Promise<number> {
  const row = await tx
    .selectFrom('message_consent')
    .select('consents')
    .where('resident_id', '=', residentId)
    .where('template', '=', template)
    .forUpdate()
    .executeTakeFirst()
  return row?.consents ?? 0
}

export async function recordConsents(
  tx: Tx,
  residentId: string,
  template: Template,
  consents: number,
): Promise<void> {
  await tx
    .updateTable('message_consent')
    .set({ consents })
    .where('resident_id', '=', residentId)
    .where('template', '=', template)
    .execute()
}

export async function recordDelivery(
  tx: Tx,
  id: number,
  delivery: {
    delivery: MessageTable['delivery']
    dueAt?: Instant
    claimedAt?: Instant | null
    unreached?: boolean
  },
): Promise<void> {
  const { dueAt, claimedAt, unreached } = delivery
  await tx
    .updateTable('message')
    .set({
      delivery: delivery.delivery,
      ...(dueAt === undefined ? {} : { due_at: new Date(dueAt) }),
      ...(claimedAt === undefined ? {} : { claimed_at: claimedAt === null ? null : new Date(claimedAt) }),
      ...(unreached === undefined ? {} : { unreached }),
    })
    .where('id', '=', id)
    .execute()
}

/** Locks a message that is on its way since it was claimed at `claimedAt`; false when another instance settled it. */
export async function lockSending(tx: Tx, id: number, claimedAt: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('message')
    .select('id')
    .where('id', '=', id)
    .where('delivery', '=', 'sending')
    .where('claimed_at', '=', at(claimedAt))
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Messages whose sender never came back: claimed before `before` and still on their way. */
export async function readStranded(
  db: Database,
  before: Instant,
): Promise<
  readonly {
    id: number
    residentId: string
    kind: NoticeKind
    isVolunteer: boolean
    claimedAt: Instant
  }[]
> {
  const rows = await db
    .selectFrom('message')
    .select(['id', 'resident_id as residentId', 'registration_id', 'kind', 'claimed_at as claimedAt'])
    .where('delivery', '=', 'sending')
    .where('claimed_at', '<', at(before))
    .orderBy('id')
    .execute()
  // What a guest is to be told is never sent.
  return rows.flatMap(({ id, kind, residentId, registration_id: registrationId, claimedAt }) =>
    residentId === null
      ? []
      : [{ id, kind, residentId, isVolunteer: registrationId === null, claimedAt: claimedAt ?? instant(0) }],
  )
}
