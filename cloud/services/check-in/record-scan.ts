import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { CheckedIn, CheckedInActivity } from '../../../core/contract/check-in/check-in'
import type { ScanKind } from '../../../core/domain/check-in/refused'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import { scanAtActivity, type ActivityScan, type ScanMode } from '../../../core/domain/check-in/scan/scan'
import { hasPlace, type Registration } from '../../../core/domain/registration/party'
import { refuse } from '../../../core/kernel/result'
import { shanghaiDay, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { inOneTrip } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import { lockActivities, type LockedActivity } from '../../repositories/activity/lock-activity'
import { lockVisitors, readEntries, readEntriesOf, type EntryRow } from '../../repositories/check-in/entries'
import type { ScanScope } from '../../repositories/check-in/expected'
import type { FoundPlace } from '../../repositories/check-in/places'
import { findVisit, recordVisits, type Recording } from '../../repositories/check-in/visits'
import { readPartiesOf } from '../../repositories/registration/parties'
import { logRefused } from '../codes/judge-code'
import { cameBefore, cameOf, identitiesIn } from './heads'
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
 * @param scope what the scan may concern, read before anything was locked
 */
export async function recordScan(tx: Tx, scope: ScanScope, scan: ScanToRecord): Promise<CheckedIn> {
  const recording = { ...scan, actId: randomUUID(), by: scan.residentId }
  const [, locked, facts] = await inOneTrip(
    tx,
    (trip) => lockVisitors(trip, scope.memberIds),
    (trip) => lockActivities(trip, scope.activityIds),
    (trip) => readFacts(trip, scope.activityIds, scan.residentId),
  )
  const scanned: ScannedActivity[] = []
  for (const activity of locked) {
    const own = facts.find(({ activityId }) => activityId === activity.row.id)
    if (own === undefined) throw new Error('an activity was locked that nobody asked for')
    scanned.push(await scanActivity(tx, activity, own, scan, scope, recording))
  }
  const visitors = scanned.flatMap(({ identities }) => identities)
  await recordVisits(tx, scan.place, [...new Set([scan.residentId, ...visitors])], recording)
  const [visit, entries] = await inOneTrip(
    tx,
    (trip) => findVisit(trip, scan.place, scan.residentId, shanghaiDay(scan.at)),
    (trip) =>
      inOneTrip(
        trip,
        ...scanned.map(
          ({ answer, members, identities }) =>
            (one: Tx) =>
              readEntries(one, answer.activityId, members, [scan.residentId, ...identities]),
        ),
      ),
  )
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
    activities: scanned.map(({ answer }, index) => ({
      ...answer,
      came: cameOf(entries[index] ?? [], recording.actId),
    })),
  }
}

/** What stands of a resident's registrations of one activity. */
interface ActivityFacts {
  readonly activityId: string
  readonly parties: readonly Registration[]
  readonly before: readonly EntryRow[]
}

const readFacts = (
  tx: Tx,
  activityIds: readonly string[],
  residentId: string,
): Promise<readonly ActivityFacts[]> =>
  inOneTrip(
    tx,
    ...activityIds.map((activityId) => async (one: Tx) => {
      const [parties, before] = await inOneTrip(
        one,
        (trip) => readPartiesOf(trip, activityId, residentId),
        (trip) => readEntriesOf(trip, activityId, residentId),
      )
      return { activityId, parties, before }
    }),
  )

interface ScannedActivity {
  readonly answer: Omit<CheckedInActivity, 'came'>
  /** Whom the scan was about, and who these are. */
  readonly members: readonly string[]
  readonly identities: readonly string[]
}

async function scanActivity(
  tx: Tx,
  locked: LockedActivity,
  { parties, before }: ActivityFacts,
  scan: ScanToRecord,
  scope: ScanScope,
  recording: Recording,
): Promise<ScannedActivity> {
  const { residentId, place, at, mode, now } = scan
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
  const { title, id } = locked.row
  return {
    answer: { activityId: id, title, refusal: outcome.refusal, detail: outcome.refusalDetail },
    members,
    identities: identitiesIn(parties, members),
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
