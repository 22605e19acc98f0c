import { sql, type Transaction } from 'kysely'
import type { Answers } from '../../../core/domain/activity/entry/questions'
import type { GuestConsent } from '../../../core/domain/registration/joining/guest'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { MemberChange, MemberState } from '../../../core/domain/registration/party'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import { executeLater } from '../../database/one-trip'
import type { Schema } from '../../database/schema'

/** What was done, as the history names it. */
export type Act =
  | 'register'
  | 'cancel'
  | 'drop'
  | 'ask-now'
  | 'lapse'
  | 'withdraw'
  | 'capacity'
  | 'move'
  | 'erase'
  | 'arrive'
  | 'release'
  | 'undo'
  | 'close-roll'
  | 'correct-roll'
  | 'claim'
  | 'enlarge'

/** A registration that joins, new or again in its old row. */
export interface JoiningRow {
  readonly id: string
  /** Null for guests, whom an office keeps. */
  readonly registrantId: string | null
  readonly number: number
  readonly joinNumber: number
  readonly answers: Answers
  readonly helpWanted: string | null
  readonly telling: NotificationWay
  readonly phoneSealed: Buffer | null
  readonly confirmed: boolean
}

export interface NewMember {
  readonly id: string
  readonly registrationId: string
  readonly residentId: string | null
  readonly familyMemberId: string | null
  readonly guestId: string | null
  readonly child: boolean
  readonly state: MemberState
}

/** A person whom an office keeps from now on. */
export interface NewGuest {
  readonly id: string
  readonly registrationId: string
  /** Null for whoever comes along with the one who was named. */
  readonly called: string | null
  readonly consent: GuestConsent
  readonly consentPost: string
  readonly keeperId: string | null
}

export interface Outcome {
  readonly activityId: string
  readonly act: Act
  readonly by: string | null
  readonly now: Instant
  /** The counter afterwards; its CHECK refuses what must not be. */
  readonly seatsInUse: number
  readonly row?: JoiningRow
  readonly added?: readonly NewMember[]
  readonly guests?: readonly NewGuest[]
  readonly changes: readonly MemberChange[]
  /** How those who change showed that they are there, `null` where that is taken back; left out, it stays. */
  readonly presence?: PresenceGrade | null | undefined
  /** Registrations whose waiting members are confirmed, and how many members these are. */
  readonly promoted: readonly string[]
  readonly promotedMembers: number
}

/**
 * Records an outcome whole, in one statement, under the lock of its activity: registration, members, history and
 * counter. Nobody waits for it: it leaves with what comes next. That fails when a member stood elsewhere than the
 * decision thought, which was then made without the lock.
 */
export async function recordOutcome(tx: Transaction<Schema>, outcome: Outcome): Promise<void> {
  const { activityId, act, by, now, changes, promoted, promotedMembers } = outcome
  // Said twice, so that the planner knows from the list how few they are and looks each up.
  const changed = changes.map(({ memberId }) => memberId)
  const statement = sql`
    with joined as (${joining(outcome)}),
    guests as (
      insert into guest (id, registration_id, called, consent, consent_post, consent_at, keeper_id)
      select id, "registrationId", called, consent, "consentPost", ${at(now)}, "keeperId"
      from jsonb_to_recordset(${JSON.stringify(outcome.guests ?? [])}::jsonb) as new (
        id uuid, "registrationId" uuid, called text, consent text, "consentPost" uuid, "keeperId" uuid
      )
    ),
    added as (
      insert into party_member
        (id, registration_id, activity_id, resident_id, family_member_id, guest_id, child, state)
      select id, "registrationId", ${activityId}, "residentId", "familyMemberId", "guestId", child, state
      from jsonb_to_recordset(${JSON.stringify(outcome.added ?? [])}::jsonb) as new (
        id uuid, "registrationId" uuid, "residentId" uuid, "familyMemberId" uuid, "guestId" uuid, child boolean,
        state text
      )
      returning id, null::text as from_state, state, released
    ),
    given as (
      select "memberId" as id, "from" ->> 'state' as from_state, ("from" ->> 'released')::boolean as from_released,
        "to" ->> 'state' as to_state, ("to" ->> 'released')::boolean as to_released, child
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as given ("memberId" uuid, "from" jsonb, "to" jsonb, child boolean)
    ),
    changed as (
      update party_member as member
      set state = to_state, released = to_released, child = coalesce(given.child, member.child)${showing(outcome)}
      from given where member.id = given.id and member.id = any (${changed}::uuid[]) and member.state = from_state
        and member.released = from_released
      returning member.id, from_state, member.state, member.released
    ),
    promoted as (
      update party_member as member set state = 'confirmed'
      where activity_id = ${activityId} and state = 'waiting' and registration_id = any (${promoted}::uuid[])
        and not exists (select from given where given.id = member.id)
      returning member.id, 'waiting' as from_state, member.state, member.released
    ),
    confirmed as (
      update registration set confirmed_at = ${at(now)}
      where id = any (${promoted}::uuid[])
    ),
    counted as (
      update activity set seats_in_use = ${outcome.seatsInUse},
        next_join_number = greatest(next_join_number, ${(outcome.row?.joinNumber ?? 0) + 1})
      where id = ${activityId}
    ),
    history as (
      insert into member_history (member_id, from_state, to_state, released, act, at, by_resident)
      select id, from_state, state, released, ${act}, ${at(now)}, ${by}::uuid
      from (table added union all table changed union all table promoted) as step
    )
    -- Text that is no number is how a statement fails by itself, before the commit behind it.
    select case when changed = ${changes.length}::integer and promoted = ${promotedMembers}::integer then 0
      else (${WITHOUT_LOCK} || ': ' || ${activityId} || ', ' || changed || ' changed, ' || promoted || ' promoted')::integer
    end from (select (select count(*) from changed) as changed, (select count(*) from promoted) as promoted) as done
  `
  await executeLater(tx, statement.compile(tx))
}

const WITHOUT_LOCK = 'a decision about an activity was recorded without its lock'

/**
 * In the same update as the state: a row that one transaction writes twice has its references checked anew, which
 * would wait for whoever holds a family record, under the lock of the activity.
 */
const showing = ({ presence }: Outcome) => (presence === undefined ? sql`` : sql`, presence = ${presence}`)

/** The row of a registration that joins; none is touched by other acts. */
function joining({ activityId, now, row }: Outcome) {
  if (row === undefined) return sql`select`
  const confirmedAt = row.confirmed ? at(now) : sql`null::timestamptz`
  return sql`
    insert into registration (id, activity_id, registrant_id, number, join_number, answers, help_wanted, telling,
      phone_sealed, joined_at, confirmed_at)
    values (${row.id}, ${activityId}, ${row.registrantId}, ${row.number}, ${row.joinNumber},
      ${JSON.stringify(row.answers)}::jsonb, ${row.helpWanted}, ${row.telling}, ${row.phoneSealed}, ${at(now)},
      ${confirmedAt})
    on conflict (id) do update set join_number = excluded.join_number, answers = excluded.answers,
      help_wanted = excluded.help_wanted, telling = excluded.telling, phone_sealed = excluded.phone_sealed,
      joined_at = excluded.joined_at, confirmed_at = excluded.confirmed_at`
}
