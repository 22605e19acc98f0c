import type { Transaction } from 'kysely'
import type { OpeningInterval } from '../../core/domain/office/office'
import type { Instant, ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import type { Permit } from '../app/permit'

/** Locks the main zone of an office against other changes of its hours; null when there is no such office. */
export async function lockMainZone(tx: Transaction<Schema>, officeId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('opening_zone')
    .select('id')
    .where('office_id', '=', officeId)
    .where('main', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return row?.id ?? null
}

/** Sets what holds on one day, replacing what was set before; `null` intervals take it back. */
export async function recordHoursOn(
  tx: Transaction<Schema>,
  _permit: Permit,
  exception: {
    officeId: string
    zoneId: string
    day: ShanghaiDay
    intervals: readonly OpeningInterval[] | null
    note: string | null
    setBy: string
    setAt: Instant
  },
): Promise<void> {
  if (exception.intervals === null) {
    await tx
      .deleteFrom('hours_exception')
      .where('office_id', '=', exception.officeId)
      .where('zone_id', '=', exception.zoneId)
      .where('day', '=', exception.day)
      .execute()
    return
  }
  const changes = {
    intervals: JSON.stringify(exception.intervals),
    note: exception.note,
    set_by: exception.setBy,
    set_at: new Date(exception.setAt),
  }
  await tx
    .insertInto('hours_exception')
    .values({ office_id: exception.officeId, zone_id: exception.zoneId, day: exception.day, ...changes })
    .onConflict((conflict) => conflict.columns(['office_id', 'zone_id', 'day']).doUpdateSet(changes))
    .execute()
}

/** Gives the days from `from` on that staff closed with these words their usual hours back; how many they were. */
export async function takeBackClosing(
  tx: Transaction<Schema>,
  _permit: Permit,
  { officeId, zoneId, note, from }: { officeId: string; zoneId: string; note: string; from: ShanghaiDay },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('hours_exception')
    .where('office_id', '=', officeId)
    .where('zone_id', '=', zoneId)
    .where('note', '=', note)
    .where('day', '>=', from)
    .where('set_at', 'is not', null)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
