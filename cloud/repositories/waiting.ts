import { sql, type Kysely } from 'kysely'
import type { Output } from '../../core/contract'
import type { Waiting } from '../../core/contract/staff'
import { SCREEN_SILENT_MS } from '../../core/domain/check-in/pairing'
import { WAITING_SHOWN, type StaffReach } from '../../core/domain/staff/post'
import { instant, instantAt, shanghaiDay, toIso, type Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Schema } from '../database/schema'
import { withinReach } from './activity/reach'

type Reader = Kysely<Schema>

/** Enough to know what it is about; the whole is read where it is answered. */
const SHOWN_LETTERS = 80
const OLD_MS = 3 * 86_400_000

/** @param notBy an account whose own drafts are left out; `null` leaves out none */
export async function readDraftsToApprove(
  db: Reader,
  { offices }: StaffReach,
  notBy: string | null,
): Promise<Waiting['drafts']> {
  const { rows } = await sql<Omit<Waiting['drafts'][number], 'at'> & { at: Instant }>`
    select draft.id as "draftId", coalesce(content->>'title', '') as title, post.called, draft.at
    from draft join post on post.id = by_post
    where draft.kind = 'activity' and state = 'handed_in'
      and (${notBy}::uuid is null or post.resident_id is distinct from ${notBy}::uuid)
      and (${offices === 'all'} or draft.office_id = any (${offices === 'all' ? [] : [...offices]}::text[]))
    order by draft.at, draft.id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map((row) => ({ ...row, at: toIso(row.at) }))
}

interface ActivityRow {
  readonly activityId: string
  readonly title: string
  readonly startsAt: Instant
}

const activityOf = <Row extends ActivityRow>({ startsAt, ...row }: Row) => ({
  ...row,
  startsAt: toIso(startsAt),
})

/** @param notBy an account whose own corrections are left out; `null` leaves out none */
export async function readUnseenCorrections(
  db: Reader,
  reach: StaffReach,
  notBy: string | null,
): Promise<Waiting['corrections']> {
  const { rows } = await sql<ActivityRow>`
    select activity.id as "activityId", title, activity.starts_at as "startsAt" from activity
    where ${withinReach(reach)} and exists (
      select from correction join post on post.id = by_post
      where activity_id = activity.id and looked_at is null
        and (${notBy}::uuid is null or post.resident_id is distinct from ${notBy}::uuid)
    ) order by activity.starts_at, activity.id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map(activityOf)
}

/** @param notBy an account whose own plans are left out; `null` leaves out none */
export async function readUnpublishedPlans(
  db: Reader,
  reach: StaffReach,
  notBy: string | null,
  now: Instant,
): Promise<Waiting['plans']> {
  const { rows } = await sql<ActivityRow>`
    select activity.id as "activityId", title, activity.starts_at as "startsAt"
    from stall_plan as plan join activity on activity.id = activity_id join post on post.id = by_post
    where ${withinReach(reach)} and proposed is not null and activity.status = 'published' and activity.ends_at > ${at(now)}
      and (${notBy}::uuid is null or post.resident_id is distinct from ${notBy}::uuid)
    order by activity.starts_at, activity.id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map(activityOf)
}

/**
 * Changed today, or with somebody left to be told before it begins; a market's workshops count with it. Each person
 * is left by the latest that could not be told, as on 未送达名单.
 */
export async function readChangedToday(
  db: Reader,
  reach: StaffReach,
  now: Instant,
): Promise<Waiting['changed']> {
  const midnight = instantAt(shanghaiDay(now), 0)
  const { rows } = await sql<
    Omit<Waiting['changed'][number], 'at' | 'startsAt'> & ActivityRow & { at: Instant }
  >`
    select activity.id as "activityId", title, starts_at as "startsAt", latest.kind, latest.at, told."left"
    from (
      select distinct activity_id from activity_change join activity on activity.id = activity_id
      where at >= ${at(midnight)} or starts_at > ${at(now)}
    ) as recent join activity on activity.id = recent.activity_id cross join lateral (
      select kind, at from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
    ) as latest cross join lateral (
      select count(*)::integer + (
        select count(*) from stall_call where stall_call.activity_id = activity.id and called_at is null and exists (
          select from stall_contact as contact
          where contact.activity_id = activity.id and contact.number = any (numbers)
          union all
          select from stall
          where stall.activity_id = activity.id and stall.number = any (numbers) and name is not null
        )
      )::integer as "left" from (
        select distinct on (registration_id, message.resident_id) called_at,
          registrant_id is null or message.resident_id is distinct from registrant_id or telling <> 'none' as wanted
        from message join registration on registration.id = registration_id
        join activity as part on part.id = message.activity_id
        where (part.id = activity.id or part.part_of = activity.id) and unreached
        order by registration_id, message.resident_id, message.id desc
      ) as person where called_at is null and wanted
    ) as told
    where ${withinReach(reach)} and part_of is null
      and (latest.at >= ${at(midnight)} or (told."left" > 0 and starts_at > ${at(now)}))
    order by told."left" = 0, starts_at, activity.id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map((row) => ({ ...activityOf(row), at: toIso(row.at) }))
}

/** Reports are everybody's at an office, suggestions the editors'; both where something is left to read. */
export async function readOldWords(db: Reader, isEditor: boolean, now: Instant): Promise<Waiting['words']> {
  const before = at(instant(now - OLD_MS))
  const { rows } = await sql<Omit<Waiting['words'][number], 'at'> & { at: Instant }>`
    select * from (
      select id, at, left(text, ${SHOWN_LETTERS}) as text, null::jsonb as report from suggestion
      where ${isEditor} and text is not null and reply is null and at < ${before}
      union all
      select report.id, reported_at, left(note, ${SHOWN_LETTERS}), jsonb_build_object(
        'reason', reason, 'placeName', coalesce(facility.name, office.name)
      )
      from facility_report as report
      left join facility on facility.id = facility_id left join office on office.id = facility_id
      where handled_at is null and reported_at < ${before} and (facility_id is not null or note is not null)
    ) as words order by at, id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map((row) => ({ ...row, at: toIso(row.at) }))
}

/** All screens in use where these posts count, those first that were seen longest ago. */
export async function readScreensOf(
  db: Reader,
  { offices }: StaffReach,
): Promise<Output<'screen.all'>['screens']> {
  const { rows } = await sql<{
    screenId: string
    officeId: string
    office: string
    pairedAt: Instant
    seenAt: Instant | null
  }>`
    select screen.id as "screenId", office_id as "officeId", office.name as office, paired_at as "pairedAt",
      seen_at as "seenAt"
    from screen join office on office.id = office_id
    where revoked_at is null
      and (${offices === 'all'} or office_id = any (${offices === 'all' ? [] : [...offices]}::text[]))
    order by seen_at nulls first, office.name, screen.id
  `.execute(db)
  return rows.map(({ pairedAt, seenAt, ...row }) => ({
    ...row,
    pairedAt: toIso(pairedAt),
    seenAt: seenAt === null ? null : toIso(seenAt),
    revokedAt: null,
  }))
}

export async function readSilentScreens(
  db: Reader,
  { offices }: StaffReach,
  now: Instant,
): Promise<Waiting['screens']> {
  const { rows } = await sql<{ screenId: string; office: string; seenAt: Instant | null }>`
    select screen.id as "screenId", office.name as office, seen_at as "seenAt"
    from screen join office on office.id = office_id
    where revoked_at is null and (seen_at is null or seen_at <= ${at(instant(now - SCREEN_SILENT_MS))})
      and (${offices === 'all'} or office_id = any (${offices === 'all' ? [] : [...offices]}::text[]))
    order by office.name, screen.id limit ${WAITING_SHOWN}
  `.execute(db)
  return rows.map(({ seenAt, ...row }) => ({ ...row, seenAt: seenAt === null ? null : toIso(seenAt) }))
}
