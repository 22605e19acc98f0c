import { sql, type Transaction } from 'kysely'
import type { Answers } from '../../../core/domain/activity/entry/questions'
import type { Schema } from '../../database/schema'
import type { Permit } from '../../app/permit'

export interface PersonRow {
  /** Whole. */
  readonly name: string | null
  readonly number: string
  readonly child: boolean
  readonly helpWanted: string | null
  readonly answers: Answers
  readonly phoneSealed: Buffer | null
}

/** One member of an activity with what their registration says; `null` where there is none. */
export async function readPerson(
  tx: Transaction<Schema>,
  _permit: Permit,
  activityId: string,
  memberId: string,
): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select coalesce(record.name, profile.call_name, guest.called) as name, lpad(number::text, 4, '0') as number, child,
      help_wanted as "helpWanted", answers, phone_sealed as "phoneSealed"
    from party_member as member
    join registration on registration.id = member.registration_id
    left join family_member as record on record.id = member.family_member_id
    left join resident_profile as profile on profile.resident_id = member.resident_id
    left join guest on guest.id = member.guest_id
    where member.id = ${memberId} and member.activity_id = ${activityId}
  `.execute(tx)
  return rows[0] ?? null
}
