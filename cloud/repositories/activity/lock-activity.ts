import { sql, type Kysely, type Transaction } from 'kysely'
import type { Activity } from '../../../core/domain/activity/activity'
import { deadlinesOf, type Deadlines } from '../../../core/domain/activity/deadlines'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import type { Seats } from '../../../core/domain/registration/seats'
import { ActivityHeld, isLockTimeout } from '../../database/overload'
import type { Schema } from '../../database/schema'
import { activityOf, type ActivityRow } from './activity-row'
import { isPublic } from './is-public'
import { ruleSettings, rulesFrom } from './rules'

/** An activity with the numbers that hold for it. */
export interface FoundActivity {
  readonly row: ActivityRow
  /** Whether residents may know it. */
  readonly isPublic: boolean
  /** 提前结束: nobody who did not come is a no-show. */
  readonly isEndedEarly: boolean
  readonly activity: Activity
  readonly rules: RuleSettings
  readonly deadlines: Deadlines
  /** Without seats at all where none are needed. */
  readonly seats: Seats
}

declare const lock: unique symbol
/**
 * An activity under the lock of its row. One lock order holds everywhere: residents, then family records, then
 * activities by rising id, then the rest; so no two acts wait for each other.
 */
export type LockedActivity = FoundActivity & { readonly [lock]: 'held' }

/** For reading: nothing may be decided upon it. */
export async function findActivity(db: Kysely<Schema>, activityId: string): Promise<FoundActivity | null> {
  const found = await activities(db).where('id', '=', activityId).executeTakeFirst()
  return found === undefined ? null : foundOf(found)
}

export async function lockActivity(
  tx: Transaction<Schema>,
  activityId: string,
): Promise<LockedActivity | null> {
  const [locked] = await lockActivities(tx, [activityId])
  return locked ?? null
}

/** In the order of their ids. What is read about them has to be asked afterwards, in a statement of its own. */
export async function lockActivities(
  tx: Transaction<Schema>,
  ids: readonly string[],
): Promise<readonly LockedActivity[]> {
  if (ids.length === 0) return []
  const rows = await activities(tx).where('id', 'in', ids).forUpdate().execute().catch(heldFor(ids[0]))
  return rows.map(lockedOf)
}

/** An open activity with its workshops, or any other alone; the one that was asked for is the first. */
export async function lockWithWorkshops(
  tx: Transaction<Schema>,
  activityId: string,
): Promise<readonly LockedActivity[]> {
  const rows = await activities(tx)
    .where((column) => column.or([column('id', '=', activityId), column('part_of', '=', activityId)]))
    .forUpdate()
    .execute()
    .catch(heldFor(activityId))
  const all = rows.map(lockedOf)
  const whole = all.filter(({ row }) => row.id === activityId)
  return whole.length === 0 ? [] : [...whole, ...all.filter(({ row }) => row.id !== activityId)]
}

/** The same for reading: nothing may be decided upon it. */
export async function findWithWorkshops(
  db: Kysely<Schema>,
  activityId: string,
): Promise<readonly FoundActivity[]> {
  const rows = await activities(db)
    .where((column) => column.or([column('id', '=', activityId), column('part_of', '=', activityId)]))
    .execute()
  const all = rows.map(foundOf)
  const whole = all.filter(({ row }) => row.id === activityId)
  return whole.length === 0 ? [] : [...whole, ...all.filter(({ row }) => row.id !== activityId)]
}

/** Says which activity it was that somebody else held for too long. */
const heldFor =
  (activityId = '') =>
  (error: unknown): never => {
    throw isLockTimeout(error) ? new ActivityHeld(activityId, error) : error
  }

const activities = (db: Kysely<Schema>) =>
  db
    .selectFrom('activity')
    .selectAll()
    .select([ruleSettings.as('rules'), isPublic.as('is_public'), isEndedEarly.as('is_ended_early')])
    .orderBy('id')

type RowWithRules = ActivityRow & {
  readonly rules: Parameters<typeof rulesFrom>[0]
  readonly is_public: boolean
  readonly is_ended_early: boolean
}

const isEndedEarly = sql<boolean>`exists (
  select from activity_change as change where change.activity_id = activity.id and change.kind = 'ended-early')`

/** Only a row that was selected for update comes here. */
const lockedOf = (found: RowWithRules): LockedActivity => foundOf(found) as LockedActivity

function foundOf({ rules: settings, is_public, is_ended_early, ...row }: RowWithRules): FoundActivity {
  return {
    ...activityWithNumbers(row, rulesFrom(settings)),
    isPublic: is_public,
    isEndedEarly: is_ended_early,
  }
}

/** A row with what the rules make of it. */
export function activityWithNumbers(
  row: ActivityRow,
  rules: RuleSettings,
): Omit<FoundActivity, 'isPublic' | 'isEndedEarly'> {
  const activity = activityOf(row)
  return {
    row,
    activity,
    rules,
    deadlines: deadlinesOf(
      activity.kind === 'open' ? { ...activity, opensAt: null, closesAt: null } : activity,
      rules,
    ),
    seats: { capacity: row.capacity ?? 0, inUse: row.seats_in_use },
  }
}
