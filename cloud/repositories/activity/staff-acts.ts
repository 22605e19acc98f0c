import { sql, type Kysely, type Transaction } from 'kysely'
import type { Input } from '../../../core/contract'
import type { Instant, ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { ActivityHistoryTable } from '../../database/schema/activity'

type Tx = Transaction<Schema>
export type Plan = Input<'activity.save'>['plan']

export interface Times {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
}

/** One draft as it is kept; a series gives each its own times and day. */
export interface Draft extends Times {
  readonly id: string
  readonly series: { readonly id: string; readonly day: ShanghaiDay } | null
}

/** Writes a draft, new or over the one that was; a published activity never comes here. */
export async function recordDraft(tx: Tx, plan: Plan, draft: Draft, now: Instant): Promise<void> {
  const columns = { ...columnsOf(plan), ...timesOf(draft), edited_at: new Date(now) }
  await tx
    .insertInto('activity')
    .values({
      id: draft.id,
      status: 'draft',
      origin: 'staff',
      series_id: draft.series?.id ?? null,
      series_day: draft.series?.day ?? null,
      roll_closed_at: null,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

const timesOf = ({ startsAt, endsAt, opensAt, closesAt }: Times) => ({
  starts_at: new Date(startsAt),
  ends_at: new Date(endsAt),
  opens_at: opensAt === null ? null : new Date(opensAt),
  closes_at: closesAt === null ? null : new Date(closesAt),
})

/** What seats, audience and questions mean nothing for is left empty where no registration is taken. */
function columnsOf(plan: Plan) {
  const isOpen = plan.kind === 'open'
  return {
    kind: plan.kind,
    topic: plan.topic,
    title: plan.title,
    about: plan.about.length === 0 ? null : plan.about.join('\n'),
    bring: plan.bring,
    host: plan.host,
    for_whom: plan.forWhom,
    place: plan.place,
    office_id: plan.officeId,
    part_of: plan.kind === 'workshop' ? plan.partOf : null,
    sample: plan.sample,
    capacity: isOpen ? null : plan.capacity,
    waitlist_limit: plan.waitlistLimit,
    cool_down: !isOpen && plan.coolDown,
    min_age: plan.minAge,
    max_age: plan.maxAge,
    compound_ids: plan.compoundIds,
    neighbourhood_ids: plan.neighbourhoodIds,
    questions: JSON.stringify(isOpen ? [] : plan.questions),
    step_free: plan.access.stepFree,
    ramp: plan.access.ramp,
    lift: plan.access.lift,
    accessible_toilet: plan.access.accessibleToilet,
    hearing_loop: plan.access.hearingLoop,
    door_width_cm: plan.access.doorWidthCm,
    access_verified_on: plan.access.verifiedOn as ShanghaiDay | null,
    toilet: plan.amenities.toilet,
    baby_room: plan.amenities.babyRoom,
    drinking_water: plan.amenities.drinkingWater,
    service_phone: plan.amenities.servicePhone,
  }
}

/** Which of the places that a plan names are not in the directory. */
export async function unknownPlaces(
  db: Kysely<Schema>,
  { officeId, compoundIds, neighbourhoodIds }: Plan,
): Promise<{ office: boolean; compounds: readonly string[]; neighbourhoods: readonly string[] }> {
  const missing = (ids: readonly string[], table: 'compound' | 'neighbourhood') => sql<string[]>`array(
    select wish from unnest(${ids}::text[]) as wish where wish not in (select id from ${sql.table(table)})
  )`
  return db
    .selectNoFrom([
      sql<boolean>`${officeId}::text is not null and not exists (select from office where id = ${officeId})`.as(
        'office',
      ),
      missing(compoundIds, 'compound').as('compounds'),
      missing(neighbourhoodIds, 'neighbourhood').as('neighbourhoods'),
    ])
    .executeTakeFirstOrThrow()
}

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

/** Who handed the draft in as it is now; `undefined` where it was changed since, or never handed in. */
export async function submitterOf(tx: Tx, activityId: string): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('activity_history')
    .select(['act', 'by_resident'])
    .where('activity_id', '=', activityId)
    .where('act', 'in', ['saved', 'submitted'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.act === 'submitted' ? row.by_resident : undefined
}

export async function recordStatus(
  tx: Tx,
  activityId: string,
  status: 'published' | 'withdrawn',
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
