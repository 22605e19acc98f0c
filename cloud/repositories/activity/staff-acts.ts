import type { Transaction } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { ActivityHistoryTable } from '../../database/schema/activity'
import type { Permit } from '../../app/permit'

type Tx = Transaction<Schema>

export async function recordStaffAct(
  tx: Tx,
  activityId: string,
  act: ActivityHistoryTable['act'],
  by: string,
  now: Instant,
  detail: object = {},
): Promise<void> {
  await tx
    .insertInto('activity_history')
    .values({
      activity_id: activityId,
      act,
      detail: JSON.stringify(detail),
      at: new Date(now),
      by_resident: by,
    })
    .execute()
}

export async function recordStatus(
  tx: Tx,
  activityId: string,
  status: 'withdrawn',
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ status, edited_at: new Date(now) })
    .where('id', '=', activityId)
    .execute()
}

/** From now on who has not come is a no-show. */
export async function recordRollClosed(tx: Tx, activityId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ roll_closed_at: new Date(now) })
    .where('id', '=', activityId)
    .execute()
}

export async function recordCapacity(
  tx: Tx,
  _permit: Permit,
  activityId: string,
  capacity: number,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ capacity, edited_at: new Date(now) })
    .where('id', '=', activityId)
    .execute()
}
