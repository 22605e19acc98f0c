import type { Kysely, Transaction } from 'kysely'
import type { Stall, StallApplication as Application } from '../../core/contract/activity/stall'
import type { StallPosition } from '../../core/domain/activity/stall/position'
import type { StallApplication } from '../../core/domain/activity/stall/stall'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'

type Reader = Kysely<Schema>

/** By kind, then number: 2 before 10, A2 before A10. */
export async function readStalls(db: Reader, activityId: string): Promise<readonly Stall[]> {
  const rows = await db
    .selectFrom('stall')
    .select(['id as stallId', 'number', 'kind', 'name', 'from_minute', 'to_minute', 'plan_x', 'plan_y'])
    .where('activity_id', '=', activityId)
    .execute()
  const stalls = rows.map(({ from_minute: from, to_minute: to, plan_x, plan_y, ...stall }) => ({
    ...stall,
    hours: from === null ? null : { from, to },
    position: positionOf(plan_x, plan_y),
  }))
  return stalls.sort(
    (one, other) => one.kind.localeCompare(other.kind, 'zh') || byNumber(one.number, other.number),
  )
}

/** As the two columns have it: both or neither. */
export const positionOf = (x: number | null, y: number | null): StallPosition | null =>
  x === null || y === null ? null : { x, y }

const byNumber = (one: string, other: string): number => one.localeCompare(other, 'zh', { numeric: true })

/** In the order in which they came; of one applicant, or of all. */
export async function readApplications(
  db: Reader,
  activityId: string,
  applicantId: string | null,
): Promise<readonly Application[]> {
  const rows = await db
    .selectFrom('stall_application as application')
    .leftJoin('resident_profile as profile', 'profile.resident_id', 'applicant_id')
    .select([
      'application.id as applicationId',
      'call_name as name',
      'kind',
      'offer',
      'state',
      'stall_id as stallId',
      'applied_at',
    ])
    .where('activity_id', '=', activityId)
    .$if(applicantId !== null, (query) => query.where('applicant_id', '=', applicantId))
    .orderBy('applied_at')
    .orderBy('application.id')
    .execute()
  return rows.map(({ applied_at, ...row }) => ({ ...row, appliedAt: toIso(applied_at) }))
}

/** The applications of one resident at a market, as the rules see them. */
export async function ownApplications(
  tx: Transaction<Schema>,
  activityId: string,
  applicantId: string,
): Promise<readonly StallApplication[]> {
  const rows = await tx
    .selectFrom('stall_application')
    .select(['id', 'state', 'stall_id as stallId'])
    .where('activity_id', '=', activityId)
    .where('applicant_id', '=', applicantId)
    .execute()
  return rows.map((row) => ({ ...row, applicantId }))
}

export async function recordApplication(
  tx: Transaction<Schema>,
  application: { activityId: string; applicantId: string; kind: string; offer: string; at: Instant },
): Promise<string> {
  const { activityId, applicantId, kind, offer, at } = application
  const { id } = await tx
    .insertInto('stall_application')
    .values({
      activity_id: activityId,
      applicant_id: applicantId,
      kind,
      offer,
      state: 'applied',
      stall_id: null,
      applied_at: new Date(at),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface LockedApplication {
  readonly activityId: string
  readonly application: StallApplication
}

/** Locks an application; its market has to be locked first, which takes the market's id. */
export async function findApplication(db: Reader, applicationId: string): Promise<LockedApplication | null> {
  const row = await db
    .selectFrom('stall_application')
    .select(['id', 'activity_id', 'applicant_id', 'state', 'stall_id as stallId'])
    .where('id', '=', applicationId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { activity_id: activityId, applicant_id: applicantId, ...rest } = row
  // Whoever was erased is nobody: no resident has an empty id.
  return { activityId, application: { ...rest, applicantId: applicantId ?? '' } }
}

/** Who has a stall of this market now; `undefined` where the market has no such stall. */
export async function stallHolder(
  tx: Transaction<Schema>,
  activityId: string,
  stallId: string,
): Promise<StallApplication | null | undefined> {
  const stall = await tx
    .selectFrom('stall')
    .leftJoin('stall_application as holder', 'holder.stall_id', 'stall.id')
    .select(['holder.id', 'holder.applicant_id', 'holder.state'])
    .where('stall.activity_id', '=', activityId)
    .where('stall.id', '=', stallId)
    .executeTakeFirst()
  if (stall === undefined) return undefined
  const { id, applicant_id: applicantId, state } = stall
  return id === null || state === null ? null : { id, applicantId: applicantId ?? '', state, stallId }
}

/** Records where an application stands; the sign of a stall goes with whoever has it. */
export async function recordStallState(
  tx: Transaction<Schema>,
  before: StallApplication,
  after: StallApplication,
): Promise<void> {
  const { offer } = await tx
    .updateTable('stall_application')
    .set({ state: after.state, stall_id: after.stallId })
    .where('id', '=', after.id)
    .returning('offer')
    .executeTakeFirstOrThrow()
  if (before.stallId !== null && before.stallId !== after.stallId) await hangSign(tx, before.stallId, null)
  if (after.stallId !== null) await hangSign(tx, after.stallId, offer)
}

async function hangSign(tx: Transaction<Schema>, stallId: string, name: string | null): Promise<void> {
  await tx.updateTable('stall').set({ name }).where('id', '=', stallId).execute()
}
