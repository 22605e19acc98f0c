import type { Transaction } from 'kysely'
import type { StallApplication } from '../../core/domain/activity/stall/stall'
import type { Schema } from '../database/schema'
import { lockActivity } from '../repositories/activity/lock-activity'
import { findApplication } from '../repositories/stall'

/** A stall application as it stands under the lock of its market, which all acts on stalls share. */
export async function lockApplication(
  tx: Transaction<Schema>,
  applicationId: string,
): Promise<StallApplication | null> {
  const found = await findApplication(tx, applicationId)
  if (found === null) return null
  await lockActivity(tx, found.activityId)
  return (await findApplication(tx, applicationId))?.application ?? null
}
