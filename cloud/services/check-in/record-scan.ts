import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { CheckedIn, CheckedInActivity } from '../../../core/contract/check-in/check-in'
import type { ScanKind } from '../../../core/domain/check-in/refused'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import { scanAtActivity, type ActivityScan, type ScanMode } from '../../../core/domain/check-in/scan/scan'
import { hasPlace, type Registration } from '../../../core/domain/registration/party'
import { refuse } from '../../../core/kernel/result'
import { shanghaiDay, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { lockActivities, type LockedActivity } from '../../repositories/activity/lock-activity'
import { lockVisitors, readEntries, type EntryRow } from '../../repositories/check-in/entries'
import { activitiesOfScan, type ScanScope } from '../../repositories/check-in/expected'
import type { FoundPlace } from '../../repositories/check-in/places'
import { findVisit, recordVisits, type Recording } from '../../repositories/check-in/visits'
import { readPartiesOf } from '../../repositories/registration/parties'
import { logRefused } from '../codes/judge-code'
import { cameBefore, cameOf, identitiesIn, idsIn } from './heads'
import { recordArrivals } from './record-arrivals'

type Tx = Transaction<Schema>

/** One scan of one person, judged and ready to be recorded. */
export interface ScanToRecord {
  readonly place: FoundPlace
  readonly residentId: string
  readonly mode: ScanMode
  /** Ticked members; `null` where nobody was asked. */
  readonly members: readonly string[] | null
  readonly walkIns: readonly string[]
  readonly at: Instant
  readonly now: Instant
  readonly grade: Recording['grade']
  readonly flags: Recording['flags']
  readonly rules: RuleSettings
}

/**
 * Records the visit to the place and every registration of the person there whose window is open, in one
 * transaction: residents are held first, then activities by rising id, and visits come last.
 */
export async function recordScan(tx: Tx, scan: ScanToRecord): Promise<CheckedIn> {
  const recording = { ...scan, actId: randomUUID(), by: scan.residentId }
  const scope = await activitiesOfScan(tx, scan.place, scan.residentId, scan.at, scan, scan.rules)
  await lockVisitors(tx, scope.memberIds)
  const locked = await lockActivities(tx, scope.activityIds)
  const scanned: ScannedActivity[] = []
  for (const activity of locked) scanned.push(await scanActivity(tx, activity, scan, scope, recording))
  const visitors = scanned.flatMap(({ entries }) => entries.flatMap(({ visitorId }) => visitorId ?? []))
  await recordVisits(tx, scan.place, [...new Set([scan.residentId, ...visitors])], recording)
  const visit = await findVisit(tx, scan.place, scan.residentId, shanghaiDay(scan.at))
  if (visit === null) throw new Error('a visit that was just recorded is not there')
  const { kind, id, name } = scan.place
  const repeated = visit.actId !== recording.actId
  return {
    place: { kind, id, name },
    visit: {
      visitId: visit.visitId,
      at: toIso(visit.at),
      repeated,
      newStamp: !repeated && visit.first,
    },
    activities: scanned.map(({ answer }) => answer),
  }
}

interface ScannedActivity {
  readonly answer: CheckedInActivity
  readonly entries: readonly EntryRow[]
}

async function scanActivity(
  tx: Tx,
  locked: LockedActivity,
  scan: ScanToRecord,
  scope: ScanScope,
  recording: Recording,
): Promise<ScannedActivity> {
  const { residentId, place, at, mode, now } = scan
  const parties = await readPartiesOf(tx, locked.row.id, residentId)
  const before = await readEntries(tx, locked.row.id, idsIn(parties), [residentId, ...identitiesIn(parties)])
  const outcome = scanAtActivity(
    {
      activity: locked.activity,
      seats: locked.seats,
      deadlines: locked.deadlines,
      parties,
      cameBefore: cameBefore(parties, before),
      walker: residentId,
      walkedIn: before.some((entry) => entry.residentId === residentId),
    },
    {
      members: tickedOf(scan, parties),
      walkIn: scope.walkIns.includes(locked.row.id),
    },
    at,
    mode,
  )
  await recordArrivals(tx, locked, outcome, residentId, recording)
  if (outcome.refusal !== null) {
    const kind: ScanKind = scan.grade === 'poster' ? 'poster' : 'rolling'
    await logRefused(tx, refuse(outcome.refusal), kind, place, now)
  }
  const members = checkedInMembers(outcome)
  const entries = await readEntries(tx, locked.row.id, members, [
    residentId,
    ...identitiesIn(parties, members),
  ])
  return {
    entries,
    answer: {
      activityId: locked.row.id,
      title: locked.row.title,
      came: cameOf(entries, recording.actId),
      refusal: outcome.refusal,
      detail: outcome.refusalDetail,
    },
  }
}

/**
 * Who was ticked. Nobody can be asked without a network: then everybody with a place came. With one, who was not asked
 * for is not recorded, but for who stands there and tapped.
 */
function tickedOf(
  { members, mode, residentId }: ScanToRecord,
  parties: readonly Registration[],
): ReadonlySet<string> | null {
  if (members !== null) return new Set(members)
  if (mode === 'upload') return null
  const own = parties.flatMap((party) => party.members.filter(({ identity }) => identity === residentId))
  return new Set(own.filter(hasPlace).map(({ id }) => id))
}

/** Members whom a scan was about, whether they came now or before. */
export const checkedInMembers = ({ changes, seatless, repeated }: ActivityScan): readonly string[] => [
  ...changes.map(({ memberId }) => memberId),
  ...seatless.map(({ memberId }) => memberId),
  ...repeated,
]
