import { sql, type Kysely, type Transaction } from 'kysely'
import type {
  PlanSteps,
  ProposedStall,
  PublicStall,
  StandingStall,
} from '../../core/domain/activity/stall/plan'
import type { StaffReach } from '../../core/domain/staff/post'
import { toIso, type Instant, type IsoInstant } from '../../core/kernel/shanghai-time'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'
import { at } from '../database/at'
import { withinReach } from './activity/reach'
import { positionOf } from './stall'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

export interface SavedPlan {
  /** 0 where nobody saved one. */
  readonly version: number
  /** What waits for a second person, by number; `null` where nothing does. */
  readonly proposed: readonly ProposedStall[] | null
  readonly by: {
    readonly called: string
    /** `null` once erased. */
    readonly residentId: string | null
    readonly at: Instant
  } | null
}

/** Under the activity's lock where something is decided upon it. */
export async function readPlan(db: Reader, activityId: string): Promise<SavedPlan> {
  const row = await db
    .selectFrom('stall_plan as plan')
    .innerJoin('post', 'post.id', 'by_post')
    .select(['version', 'proposed', 'post.called', 'post.resident_id as residentId', 'plan.at'])
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  if (row === undefined) return { version: 0, proposed: null, by: null }
  const { version, proposed, ...by } = row
  return {
    version,
    proposed: proposed?.map((stall) => ({ ...stall, position: stall.position ?? null })) ?? null,
    by,
  }
}

/** The stalls that residents see, by number: 2 before 10, and who of them an applicant has. */
export async function readStandingStalls(db: Reader, activityId: string): Promise<readonly StandingStall[]> {
  const rows = await db
    .selectFrom('stall')
    .leftJoin('stall_application as holder', 'holder.stall_id', 'stall.id')
    .select([
      'number',
      'stall.kind',
      'name',
      'from_minute',
      'to_minute',
      'plan_x',
      'plan_y',
      'holder.id as holderId',
    ])
    .where('stall.activity_id', '=', activityId)
    .execute()
  return inOrder(
    rows.map(({ from_minute: from, to_minute: to, plan_x, plan_y, holderId, ...stall }) => ({
      ...stall,
      hours: from === null ? null : { from, to },
      position: positionOf(plan_x, plan_y),
      isHeld: holderId !== null,
    })),
  )
}

const inOrder = <Stall extends PublicStall>(stalls: readonly Stall[]): readonly Stall[] =>
  [...stalls].sort((one, other) => one.number.localeCompare(other.number, 'zh', { numeric: true }))

export interface StallContact {
  readonly number: string
  readonly called: string | null
  readonly phoneSealed: Buffer | null
  readonly note: string | null
}

/** Whom to ring about which stall, by its number. */
export async function readContacts(
  db: Reader,
  _permit: Permit,
  activityId: string,
): Promise<ReadonlyMap<string, StallContact>> {
  const rows = await db
    .selectFrom('stall_contact')
    .select(['number', 'called', 'phone_sealed as phoneSealed', 'note'])
    .where('activity_id', '=', activityId)
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}

/** Under the activity's lock. @returns the new version */
export async function recordPlan(
  tx: Tx,
  { post }: Permit,
  activityId: string,
  plan: { readonly proposed: readonly ProposedStall[] | null; readonly contacts: readonly StallContact[] },
  now: Instant,
): Promise<number> {
  const written = {
    proposed: plan.proposed === null ? null : JSON.stringify(inOrder(plan.proposed)),
    by_post: post.id,
    at: new Date(now),
  }
  const { version } = await tx
    .insertInto('stall_plan')
    .values({ activity_id: activityId, version: 1, ...written })
    .onConflict((conflict) =>
      conflict.column('activity_id').doUpdateSet({ ...written, version: sql`stall_plan.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('stall_contact').where('activity_id', '=', activityId).execute()
  if (plan.contacts.length > 0) {
    await tx
      .insertInto('stall_contact')
      .values(
        plan.contacts.map(({ number, called, phoneSealed, note }) => ({
          activity_id: activityId,
          number,
          called,
          phone_sealed: phoneSealed,
          note,
        })),
      )
      .execute()
  }
  await holdFromPack(tx, activityId, now)
  return version
}

/** Makes what waited public. Under the activity's lock. @returns the new version */
export async function recordPublishedPlan(
  tx: Tx,
  _permit: Permit,
  activityId: string,
  { add, change, remove }: PlanSteps,
  now: Instant,
): Promise<number> {
  const ofMarket = () => tx.updateTable('stall').where('activity_id', '=', activityId)
  if (remove.length > 0)
    await tx.deleteFrom('stall').where('activity_id', '=', activityId).where('number', 'in', remove).execute()
  // A stall that moves to a number which another leaves: all are parked first, and no two ever meet.
  for (const [place, { number }] of change.entries())
    await ofMarket()
      .set({ number: `#${place}` })
      .where('number', '=', number)
      .execute()
  for (const [place, { to }] of change.entries())
    await ofMarket().set(columnsOf(to)).where('number', '=', `#${place}`).execute()
  if (add.length > 0)
    await tx
      .insertInto('stall')
      .values(add.map((stall) => ({ activity_id: activityId, ...columnsOf(stall) })))
      .execute()
  const { version } = await tx
    .updateTable('stall_plan')
    .set({ proposed: null, version: sql`version + 1` })
    .where('activity_id', '=', activityId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await holdFromPack(tx, activityId, now)
  return version
}

const columnsOf = ({ number, kind, name, hours, position }: PublicStall) => ({
  number,
  kind,
  name,
  from_minute: hours?.from ?? null,
  to_minute: hours?.to ?? null,
  plan_x: position?.x ?? null,
  plan_y: position?.y ?? null,
})

/** What staff wrote is not written over by the data pack. */
async function holdFromPack(tx: Tx, activityId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ edited_at: new Date(now) })
    .where('id', '=', activityId)
    .execute()
}

export interface EarlierMarket {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  readonly stalls: number
}

const MOST_MARKETS = 12

/** Markets with stalls that begin before this one, the latest first. */
export async function readEarlierMarkets(
  db: Reader,
  reach: StaffReach,
  activityId: string,
): Promise<readonly EarlierMarket[]> {
  const { rows } = await sql<Omit<EarlierMarket, 'startsAt'> & { starts_at: Instant }>`
    select activity.id as "activityId", title, starts_at, count(*)::integer as stalls
    from activity join stall on stall.activity_id = activity.id
    where activity.id <> ${activityId} and activity.status <> 'draft' and ${withinReach(reach)}
      and starts_at <= (select starts_at from activity where id = ${activityId})
    group by activity.id order by starts_at desc, activity.id limit ${MOST_MARKETS}`.execute(db)
  return rows.map(({ starts_at, ...market }) => ({ ...market, startsAt: toIso(starts_at) }))
}

/** Of markets that ended by then. Gives how many rows went. */
export async function forgetStallContacts(db: Reader, endedBy: Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from stall_contact using activity
    where activity.id = activity_id and ends_at <= ${at(endedBy)}`.execute(db)
  return Number(numAffectedRows)
}
