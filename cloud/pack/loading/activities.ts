import { sql } from 'kysely'
import type { ActivityRow, Pack } from '../pack'
import { upsert, type Tx } from './rows'

/**
 * Writes activities and stalls of the pack. One that somebody registered for, or that staff changed, stays as it is:
 * seats and promises hang on it. Differences are reported, and so is what vanished and has to stay.
 */
export async function loadActivities(tx: Tx, pack: Pack, report: (sentence: string) => void): Promise<void> {
  const held = await findHeld(tx)
  const free = pack.activities.filter(({ id }) => !held.has(id))
  await removeVanished(tx, pack.activities, held, report)
  await reportDifferent(
    tx,
    pack.activities.filter(({ id }) => held.has(id)),
    report,
  )
  // An open activity before its workshops, which refer to it.
  await upsert(
    tx,
    'activity',
    ['id'],
    free.filter(({ kind }) => kind !== 'workshop'),
  )
  await upsert(
    tx,
    'activity',
    ['id'],
    free.filter(({ kind }) => kind === 'workshop'),
  )
  const ids = free.map(({ id }) => id)
  if (ids.length > 0) await tx.deleteFrom('stall').where('activity_id', 'in', ids).execute()
  await upsert(
    tx,
    'stall',
    ['activity_id', 'number'],
    pack.stalls.filter((row) => !held.has(row.activity_id)),
  )
}

/** Locks the pack's activities against registering, and gives those that are not the pack's alone any more. */
async function findHeld(tx: Tx): Promise<ReadonlySet<string>> {
  await sql`select from activity where origin = 'pack' order by id for update`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from activity where origin = 'staff' or edited_at is not null
      or exists (select from registration where activity_id = activity.id)
      or exists (select from stall_application where activity_id = activity.id)
      or exists (select from activity_change where activity_id = activity.id)
      or exists (select from activity_history where activity_id = activity.id)
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

async function removeVanished(
  tx: Tx,
  listed: readonly ActivityRow[],
  held: ReadonlySet<string>,
  report: (sentence: string) => void,
): Promise<void> {
  const ids = new Set(listed.map(({ id }) => id))
  const there = await tx
    .selectFrom('activity')
    .select(['id', 'title', 'part_of'])
    .where('origin', '=', 'pack')
    .orderBy('id')
    .execute()
  const vanished = there.filter(({ id }) => !ids.has(id))
  const heldParts = new Set(there.filter(({ id }) => held.has(id)).map(({ part_of }) => part_of))
  const stillUsed = vanished.filter(({ id }) => held.has(id) || heldParts.has(id))
  for (const { id, title } of stillUsed) {
    report(`activities.csv 里不再有“${title}”（${id}），但有人报过名或工作人员改过，所以保留`)
  }
  const gone = vanished.filter((row) => !stillUsed.includes(row)).map(({ id }) => id)
  if (gone.length === 0) return
  await tx.deleteFrom('stall').where('activity_id', 'in', gone).execute()
  await tx.deleteFrom('activity').where('id', 'in', gone).execute()
  report(`activities.csv 里不再有 ${gone.length} 场活动，已从小程序里删去`)
}

async function reportDifferent(
  tx: Tx,
  rows: readonly ActivityRow[],
  report: (sentence: string) => void,
): Promise<void> {
  const { rows: different } = await sql<{ id: string; title: string }>`
    select activity.id, activity.title
    from jsonb_populate_recordset(null::activity, ${JSON.stringify(rows)}::jsonb) as said join activity using (id)
    where (said.title, said.place, said.starts_at, said.ends_at, said.capacity, said.about)
      is distinct from (activity.title, activity.place, activity.starts_at, activity.ends_at, activity.capacity, activity.about)
    order by activity.id
  `.execute(tx)
  for (const { id, title } of different) {
    report(`activities.csv「${title}」（${id}）：有人报过名或工作人员改过，数据包里的改动没有写入`)
  }
}
