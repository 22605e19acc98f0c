import { sql, type Kysely, type Transaction } from 'kysely'
import type { MessageAbout } from '../../../core/contract/registration/message'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { NoticeKind, Template } from '../../../core/domain/registration/messages/notice'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { executeLater } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import type { MessageTable } from '../../database/schema/registration'

/** A registration that something is to be told about, and who is in it. */
export interface Addressed {
  readonly registrationId: string
  readonly number: string
  readonly joinNumber: number
  readonly registrantId: string | null
  readonly telling: NotificationWay
  /** A telephone was left for this registration. */
  readonly hasPhone: boolean
  /** An office registered them and nobody took them over: staff has to tell it. */
  readonly byStaff: boolean
  /** Residents behind its members who are not cancelled. */
  readonly residentIds: readonly string[]
  readonly consents: readonly {
    readonly residentId: string
    readonly template: Template
    readonly left: number
  }[]
}

export async function readAddressed(
  tx: Kysely<Schema>,
  registrationIds: readonly string[],
): Promise<readonly Addressed[]> {
  if (registrationIds.length === 0) return []
  const { rows } = await sql<Addressed>`
    select registration.id as "registrationId", lpad(number::text, 4, '0') as number, join_number as "joinNumber",
      registrant_id as "registrantId", telling, phone_sealed is not null as "hasPhone",
      registrant_id is null and exists (select from guest where registration_id = registration.id) as "byStaff",
      members.residents as "residentIds",
      coalesce((
        select jsonb_agg(jsonb_build_object('residentId', resident_id, 'template', template, 'left', consents))
        from message_consent where resident_id = registrant_id or resident_id = any (members.residents)
      ), '[]') as consents
    from registration, lateral (
      select coalesce(array_agg(resident_id) filter (where resident_id is not null), '{}') as residents
      from party_member where registration_id = registration.id and state <> 'cancelled'
    ) as members
    where registration.id = any (${registrationIds}::uuid[])
    order by join_number
  `.execute(tx)
  return rows
}

export interface NewMessage {
  readonly key: string
  /** Null for a guest. */
  readonly residentId: string | null
  readonly activityId: string
  /** Null for a volunteer. */
  readonly registrationId: string | null
  readonly kind: NoticeKind
  readonly cause: string
  readonly about: MessageAbout
  readonly delivery: MessageTable['delivery']
  readonly dueAt: Instant
  readonly unreached: boolean
}

/**
 * Puts messages into inbox and outbox; what was told before is not told again. Whoever is being erased at this
 * moment is passed over rather than waited for: the eraser may be waiting for the activity that we hold.
 */
export async function recordMessages(
  tx: Transaction<Schema>,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<void> {
  if (messages.length === 0) return
  const written = messages.map(({ dueAt, ...rest }) => ({ ...rest, dueAt: new Date(dueAt).toISOString() }))
  // Beside the list, so that the planner knows how few they are and looks each up.
  const residentIds = messages.flatMap(({ residentId }) => residentId ?? [])
  const statement = sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as given (
        key text, "residentId" uuid, "activityId" text, "registrationId" uuid, kind text, cause text, about jsonb,
        delivery text, "dueAt" timestamptz, unreached boolean
      )
    ), here as (
      select id from resident where id = any (${residentIds}::uuid[]) for key share skip locked
    )
    insert into message (key, resident_id, activity_id, registration_id, kind, cause, about, at, delivery, due_at, unreached)
    select key, given."residentId", "activityId", "registrationId", kind, cause, about, ${new Date(now)}, delivery, "dueAt", unreached
    from given where "residentId" is null or exists (select from here where here.id = given."residentId")
    on conflict (key) do nothing
  `
  await executeLater(tx, statement.compile(tx))
}
