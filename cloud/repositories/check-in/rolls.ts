import { sql, type Kysely } from 'kysely'
import type { StaffReach } from '../../../core/domain/staff/post'
import { withinReach } from '../activity/reach'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import { SEATED_STATES } from '../../../core/domain/registration/party'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Reader = Kysely<Schema>

/** More than anybody works through; older ones are found by their activity. */
const SHOWN = 100
const MINUTE = 60_000
const DAY = 86_400_000

export interface RollRow {
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly closedAt: Instant | null
}

/**
 * Published activities with registrations whose check-in is over, as far back as a no-show counts, within reach. Open rolls first, the oldest first; then closed ones, the latest first.
 */
export async function readRolls(
  db: Reader,
  reach: StaffReach,
  now: Instant,
  { checkInAfterMinutes, coolDownDays }: Pick<RuleSettings, 'checkInAfterMinutes' | 'coolDownDays'>,
): Promise<readonly RollRow[]> {
  const until = (now - checkInAfterMinutes * MINUTE) as Instant
  const from = (now - coolDownDays * DAY) as Instant
  const { rows } = await sql<RollRow>`
    select id as "activityId", title, coalesce(latest.place, activity.place) as place,
      starts_at as "startsAt", ends_at as "endsAt", roll_closed_at as "closedAt"
    from activity left join lateral (
      select place from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
    ) as latest on true
    where status = 'published' and kind <> 'open' and ${withinReach(reach)}
      and ends_at <= ${at(until)} and starts_at >= ${at(from)}
      and exists (
        select from party_member
        where activity_id = activity.id and state = any (${SEATED_STATES}::text[])
      )
    order by roll_closed_at is not null, case when roll_closed_at is null then starts_at end, starts_at desc, id
    limit ${SHOWN}
  `.execute(db)
  return rows
}

export interface CorrectionRow {
  readonly memberId: string
  readonly came: boolean
  readonly reason: string
  readonly at: Instant
}

/** What staff wrote into a closed roll, the latest first. */
export async function readCorrections(db: Reader, activityId: string): Promise<readonly CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select detail->>'memberId' as "memberId", (detail->>'came')::boolean as came, detail->>'reason' as reason, at
    from activity_history where activity_id = ${activityId} and act = 'roll-corrected' order by id desc
  `.execute(db)
  return rows
}
