import { sql, type Kysely, type RawBuilder } from 'kysely'
import { DAY } from '../../../core/domain/activity/deadlines'
import type { MemberPlace } from '../../../core/domain/registration/party'
import {
  isInCoolDown,
  turnOutOf,
  type PresenceGrade,
  type TurnOut,
} from '../../../core/domain/registration/queue/cool-down'
import type { WaitingParty } from '../../../core/domain/registration/queue/queue'
import { instant, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { FoundActivity } from '../activity/lock-activity'

/** A waiting party as it is recorded: who registered it, and whose seats it waits for. */
export interface RecordedParty {
  readonly registrationId: string
  readonly registrantId: string | null
  readonly joinNumber: number
  readonly memberIds: readonly string[]
}

/** The waiting parties of an activity as one JSON list, in order of joining. */
export const recordedQueue = (activityId: string): RawBuilder<readonly RecordedParty[]> => sql`(
  select coalesce(jsonb_agg(party order by (party -> 'joinNumber')::integer), '[]')
  from (
    select jsonb_build_object(
      'registrationId', registration.id, 'registrantId', registrant_id, 'joinNumber', join_number,
      'memberIds', jsonb_agg(member.id)
    ) as party
    from party_member as member join registration on registration.id = registration_id
    where member.activity_id = ${activityId} and state = 'waiting'
    group by registration.id
  ) as parties
)`

export async function readQueue(db: Kysely<Schema>, activityId: string): Promise<readonly RecordedParty[]> {
  const { queue } = await db.selectNoFrom(recordedQueue(activityId).as('queue')).executeTakeFirstOrThrow()
  return queue
}

/** The queue as the rules see it; `left` are members who wait no more by the act under way. */
export async function judgeQueue(
  db: Kysely<Schema>,
  found: FoundActivity,
  queue: readonly RecordedParty[],
  left: ReadonlySet<string> = new Set(),
): Promise<readonly WaitingParty[]> {
  const registrants = queue.map(({ registrantId }) => registrantId)
  return queueOf(queue, await readCooling(db, found, registrants), left)
}

/** The same where it was read before who queues last. */
export function queueOf(
  queue: readonly RecordedParty[],
  cooling: ReadonlySet<string>,
  left: ReadonlySet<string> = new Set(),
): readonly WaitingParty[] {
  return queue.flatMap(({ registrationId, registrantId, joinNumber, memberIds }) => {
    const size = memberIds.filter((id) => !left.has(id)).length
    const inCoolDown = registrantId !== null && cooling.has(registrantId)
    return size === 0 ? [] : [{ registrationId, size, joinNumber, inCoolDown }]
  })
}

interface EarlierRow {
  registrant_id: string
  kind: 'registered' | 'workshop'
  starts_at: Instant
  members: MemberPlace[]
  grades: PresenceGrade[]
}

/** Residents who queue last here, as things stand now; costs nothing where the activity has no cool-down. */
export async function readCooling(
  db: Kysely<Schema>,
  { activity, rules }: FoundActivity,
  registrants: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = registrants.filter((id) => id !== null)
  if (activity.kind === 'open' || !activity.coolDown || ids.length === 0) return new Set()
  const from = instant(activity.startsAt - rules.coolDownDays * DAY)
  const { rows } = await sql<EarlierRow>`
    select registrant_id, kind, starts_at,
      jsonb_agg(jsonb_build_object('state', member.state, 'released', released)) as members,
      coalesce(jsonb_agg(presence) filter (where presence is not null), '[]') as grades
    from registration
    join activity as earlier on earlier.id = registration.activity_id
    join party_member as member on registration_id = registration.id
    where registrant_id = any (${ids}::uuid[]) and earlier.kind <> 'open'
      and starts_at >= ${at(from)} and starts_at < ${at(activity.startsAt)}
    group by registration.id, earlier.id
  `.execute(db)
  const turnOuts = new Map<string, TurnOut[]>()
  for (const { registrant_id, kind, starts_at, members, grades } of rows) {
    const turnOut = turnOutOf({ kind, startsAt: starts_at }, members, grades)
    if (turnOut !== null) turnOuts.set(registrant_id, [...(turnOuts.get(registrant_id) ?? []), turnOut])
  }
  return new Set(ids.filter((id) => isInCoolDown(activity, turnOuts.get(id) ?? [], rules)))
}
