import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'

interface Broken {
  readonly wrong: string
  readonly activity: string
  readonly times: number
}

/**
 * What must hold of an activity after every act, whatever residents, staff and faults did before; told by the rows
 * alone. Gives a sentence for each that does not.
 * @param activityId of this one; of all where it is left out
 */
export async function brokenInvariants(db: Database, activityId?: string): Promise<readonly string[]> {
  const of = (column: string) =>
    activityId === undefined ? sql`true` : sql`${sql.ref(column)} = ${activityId}`
  const { rows } = await sql<Broken>`
    with broken as (
      select 'oversold' as wrong, id as activity from activity
      where ${of('activity.id')} and seats_in_use > capacity
      union all
      select 'the counter of seats is not what the places say', id from activity
      where ${of('activity.id')} and seats_in_use <> (
        (select count(*) from party_member where activity_id = activity.id
           and state in ('confirmed', 'attended', 'no_show') and not released)
        + (select count(*) from door_entry where activity_id = activity.id and holds_seat and undone_at is null)
      )
      union all
      select 'one person twice', activity_id from party_member
      where ${of('activity_id')} and state <> 'cancelled'
        and coalesce(resident_id, family_member_id, guest_id) is not null
      group by activity_id, coalesce(resident_id, family_member_id, guest_id) having count(*) > 1
      union all
      select 'a place of nobody', activity_id from party_member
      where ${of('activity_id')} and state in ('waiting', 'confirmed')
        and coalesce(resident_id, family_member_id, guest_id) is null
      union all
      select 'a state without its history', activity_id from party_member as member
      where ${of('activity_id')} and state is distinct from (
        select to_state from member_history where member_id = member.id order by id desc limit 1
      )
      union all
      select 'two registrations of one number', activity_id from registration
      where ${of('activity_id')} group by activity_id, number having count(*) > 1
      union all
      select 'attended without a head, or the other way round', member.activity_id
      from party_member as member
      left join door_entry as entry on entry.member_id = member.id and entry.undone_at is null
      where ${of('member.activity_id')}
        and ((state = 'attended') <> (coalesce(entry.kind, '') = 'attended') or (presence is null) <> (entry.id is null))
      union all
      select 'a gift of a head that was taken back', entry.activity_id
      from gift_mark join door_entry as entry on entry.id = entry_id
      where ${of('entry.activity_id')} and entry.undone_at is not null and gift_mark.undone_at is null
      union all
      select 'one person with two heads', entry.activity_id
      from door_entry as entry left join party_member as member on member.id = entry.member_id
      where ${of('entry.activity_id')} and entry.undone_at is null
        and coalesce(entry.resident_id, member.resident_id) is not null
      group by entry.activity_id, coalesce(entry.resident_id, member.resident_id) having count(*) > 1
      union all
      select 'an act at the door without its history', activity_id from door_entry as entry
      where ${of('activity_id')} and (
        select count(*) from check_in_history where entry_id = entry.id and act not in ('gift', 'claimed')
      ) <> (case when undone_at is null then 1 else 2 end)
    )
    select wrong, activity, count(*)::integer as times from broken group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(({ wrong, activity, times }) => `${wrong}: ${activity}${times > 1 ? ` (${times}×)` : ''}`)
}
