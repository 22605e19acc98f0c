import { sql, type Kysely, type Transaction } from 'kysely'
import type { Output } from '../../core/contract'
import type { CirclePlaces } from '../../core/contract/life-circle'
import { DAY } from '../../core/domain/activity/deadlines'
import type { Facility, FacilityKind, ReportReason } from '../../core/domain/life-circle/facility'
import type { CheckState } from '../../core/domain/me/suggestion'
import { instant, toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../core/kernel/units'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { StoredWords } from './suggestion'

type Reader = Kysely<Schema>

/** As many reports as one page brings. */
const REPORTS_A_PAGE = 50

/** Null while no data pack brought any streets. */
export async function readStreetVersion(db: Reader): Promise<string | null> {
  const row = await db.selectFrom('street_graph').select('version').executeTakeFirst()
  return row?.version ?? null
}

/** The streets with their version, read together: a pack may be loaded at any moment. */
export const readStreets = (db: Reader): Promise<{ version: string; form: Buffer } | undefined> =>
  db.selectFrom('street_graph').select(['version', 'form']).executeTakeFirst()

/** Kinds in their order; places by kind, offices that are open among them where their kind is listed. */
export async function readPlaces(db: Reader): Promise<CirclePlaces> {
  const kinds = await db
    .selectFrom('facility_kind')
    .select([
      'id',
      'name',
      'sign',
      'kind_group as group',
      'target_minutes as targetMinutes',
      'target_verified as targetVerified',
      'complete',
    ])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const listed: readonly FacilityKind[] = kinds
  return { kinds: listed, facilities: [...(await readOffices(db)), ...(await readFacilities(db))] }
}

const readFacilities = (db: Reader): Promise<Facility[]> =>
  db
    .selectFrom('facility')
    .select([
      'id',
      'kind_id as kindId',
      'name',
      'address',
      position.as('position'),
      'position_verified as positionVerified',
      'phone',
      'hours',
      'step_free as stepFree',
      'ramp',
      'accessible_toilet as accessibleToilet',
      'source',
      'verified_on as verifiedOn',
      sql<boolean>`false`.as('isOffice'),
    ])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()

/** What an office page says about entrances and hours is said there, in full. */
const readOffices = (db: Reader): Promise<Facility[]> =>
  db
    .selectFrom('office')
    .select([
      'id',
      'kind as kindId',
      'name',
      'address',
      position.as('position'),
      'position_verified as positionVerified',
      'phone',
      sql<null>`null`.as('hours'),
      unverified.as('stepFree'),
      unverified.as('ramp'),
      unverified.as('accessibleToilet'),
      'source',
      'verified_on as verifiedOn',
      sql<boolean>`true`.as('isOffice'),
    ])
    .where('status', '=', 'open')
    .where(sql<boolean>`office.kind in (select id from facility_kind)`)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()

const unverified = sql<'unverified'>`'unverified'`
const position = sql<Wgs84 | null>`
  case when longitude is not null then jsonb_build_array(longitude, latitude) end`

export async function isPlace(db: Reader, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('facility')
    .select('id')
    .where('id', '=', id)
    .unionAll(db.selectFrom('office').select('id').where('id', '=', id))
    .executeTakeFirst()
  return found !== undefined
}

/** Reports that nobody has marked as handled, by the place that they are about; the latest first. */
export async function readWaitingReports(
  db: Reader,
): Promise<ReadonlyMap<string, readonly { readonly reason: ReportReason; readonly note: string | null }[]>> {
  const rows = await db
    .selectFrom('facility_report')
    .select(['facility_id', 'reason', 'note'])
    .where('handled_at', 'is', null)
    .where('facility_id', 'is not', null)
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .execute()
  const found = new Map<string, { reason: ReportReason; note: string | null }[]>()
  for (const { facility_id: id, reason, note } of rows) {
    if (id === null) continue
    const known = found.get(id)
    if (known === undefined) found.set(id, [{ reason, note }])
    else known.push({ reason, note })
  }
  return found
}

export interface NewReport {
  readonly facilityId: string | null
  readonly reason: ReportReason
  readonly note: string | null
  readonly checked: CheckState
  readonly reporterId: string
}

/** When a resident reported something within the last 24 hours: more than one Shanghai day's worth. */
export async function reportedLately(
  tx: Transaction<Schema>,
  residentId: string,
  now: Instant,
): Promise<readonly Instant[]> {
  const rows = await tx
    .selectFrom('facility_report')
    .select('reported_at')
    .where('reporter_id', '=', residentId)
    .where('reported_at', '>', at(instant(now - DAY)))
    .execute()
  return rows.map(({ reported_at }) => reported_at)
}

export async function recordReport(
  tx: Transaction<Schema>,
  { facilityId, reason, note, checked, reporterId }: NewReport,
  now: Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('facility_report')
    .values({
      facility_id: facilityId,
      reason,
      note,
      checked,
      reporter_id: reporterId,
      reported_at: new Date(now),
      handled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * What waits first, then the newest; without who reported, which nobody needs to put a map right. Of a missing place
 * whose only words were refused nothing is left to read.
 */
export async function readReports(
  db: Reader,
  after: { readonly reportId: string; readonly handled: boolean; readonly reportedAt: Instant } | null,
): Promise<Output<'lifeCircle.reports'>> {
  const isReadable = sql<boolean>`(report.facility_id is not null or report.note is not null)`
  const { waiting } = await db
    .selectFrom('facility_report as report')
    .select((report) => report.fn.countAll<number>().as('waiting'))
    .where(isReadable)
    .where('handled_at', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('facility_report as report')
    .leftJoin('facility', 'facility.id', 'report.facility_id')
    .leftJoin('office', 'office.id', 'report.facility_id')
    .select([
      'report.id as reportId',
      'report.facility_id as facilityId',
      sql<string | null>`coalesce(facility.name, office.name)`.as('facilityName'),
      'report.reason',
      'report.note',
      sql<boolean>`report.note is not null and report.checked <> 'passed'`.as('flagged'),
      'report.reported_at',
      'report.handled_at',
    ])
    .where(isReadable)
    .where(after === null ? sql<boolean>`true` : isAfter(after))
    .orderBy(sql`report.handled_at is not null`)
    .orderBy('report.reported_at', 'desc')
    .orderBy('report.id')
    .limit(REPORTS_A_PAGE + 1)
    .execute()
  const reports = rows.slice(0, REPORTS_A_PAGE).map(({ reported_at, handled_at, ...row }) => ({
    ...row,
    reportedAt: toIso(reported_at),
    handledAt: handled_at === null ? null : toIso(handled_at),
  }))
  return { reports, waiting, more: rows.length > REPORTS_A_PAGE }
}

/** Follows a report in the order of the list; by its values, for it may have been marked meanwhile. */
const isAfter = ({
  reportId,
  handled,
  reportedAt,
}: {
  readonly reportId: string
  readonly handled: boolean
  readonly reportedAt: Instant
}) => sql<boolean>`
  (report.handled_at is not null, -extract(epoch from report.reported_at), report.id)
    > (${handled}::boolean, -extract(epoch from ${at(reportedAt)}::timestamptz), ${reportId}::uuid)`

/** Marks a report as dealt with at that time, or as waiting again; a mark that stands keeps its time. */
export const markHandled = (
  tx: Transaction<Schema>,
  reportId: string,
  at: Instant | null,
): Promise<{ handled_at: Instant | null } | undefined> =>
  tx
    .updateTable('facility_report')
    .set({ handled_at: at === null ? null : sql<Date>`coalesce(handled_at, ${new Date(at)})` })
    .where('id', '=', reportId)
    .returning('handled_at')
    .executeTakeFirst()

/** Notes that WeChat gave no answer about yet, oldest first. */
export async function readUncheckedNotes(db: Reader, most: number): Promise<readonly StoredWords[]> {
  const rows = await db
    .selectFrom('facility_report')
    .leftJoin('wechat_account as account', 'account.resident_id', 'reporter_id')
    .select(['facility_report.id', 'note', 'openid'])
    .where('checked', '=', 'unchecked')
    .where('note', 'is not', null)
    .orderBy('reported_at')
    .limit(most)
    .execute()
  return rows.map(({ note, ...row }) => ({ ...row, content: note ?? '' }))
}

/** Of a refused note nothing stays; the report itself stands. False when it was judged meanwhile. */
export async function recordNoteCheck(
  db: Database,
  reportId: string,
  checked: Exclude<CheckState, 'unchecked'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('facility_report')
    .set({ checked, ...(checked === 'refused' ? { note: null } : {}) })
    .where('id', '=', reportId)
    .where('checked', '=', 'unchecked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
