import type { CheckInCounts, CheckInEntry, CheckInParty } from '../../../core/contract/check-in/check-in-desk'
import { maskedName } from '../../../core/domain/check-in/masked-name'
import { momentOf, offlineFlags } from '../../../core/domain/check-in/scan/moment'
import type { ScanMode } from '../../../core/domain/check-in/scan/scan'
import { stateAt } from '../../../core/domain/registration/leaving/ending'
import { refuse, type Result } from '../../../core/kernel/result'
import { instant, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { placeOfActivity, type Permit, type StaffContext } from '../../app/permit'
import type { FoundActivity } from '../../repositories/activity/lock-activity'
import {
  readCounts,
  type CheckInHeadRow,
  type CheckInMemberRow,
} from '../../repositories/check-in/check-in-list'
import type { Recording } from '../../repositories/check-in/visits'

/** May this member of staff work at the check-in desk of this activity? A draft has none. */
export function deskPermit(
  found: FoundActivity | null,
  permit: StaffContext<'activity'>['permit'],
): Result<Permit, 'activity_not_found' | 'not_own_office'> {
  if (found?.isPublic !== true) return refuse('activity_not_found')
  return permit(placeOfActivity(found.row))
}

export interface StaffMoment {
  readonly mode: ScanMode
  readonly at: Instant
  readonly flags: Recording['flags']
}

/** When staff did something: now, or earlier on a phone without network, as far as that can be. */
export function staffMoment(
  times: { readonly happenedAt: number; readonly sentAt: number } | null | undefined,
  { rules }: FoundActivity,
  now: Instant,
): StaffMoment {
  if (!times) return { mode: 'online', at: now, flags: [] }
  const phoneTimes = { happenedAt: instant(times.happenedAt), sentAt: instant(times.sentAt) }
  const moment = momentOf(phoneTimes, now, rules)
  return { mode: 'upload', at: moment.at, flags: offlineFlags(moment) }
}

const NOBODY: CheckInCounts = {
  registered: 0,
  attended: 0,
  walkedIn: 0,
  withoutPhone: 0,
  doorRecords: 0,
  heads: 0,
  capacity: null,
  free: null,
}

export async function countsOf(
  db: Parameters<typeof readCounts>[0],
  _permit: Permit,
  activityId: string,
): Promise<CheckInCounts> {
  return (await countsById(db, [activityId]))(activityId)
}

export async function countsById(
  db: Parameters<typeof readCounts>[0],
  activityIds: readonly string[],
): Promise<(activityId: string) => CheckInCounts> {
  const rows = await readCounts(db, activityIds)
  const byId = new Map(rows.map(({ activityId, ...counts }) => [activityId, counts]))
  return (activityId) => byId.get(activityId) ?? NOBODY
}

/** Members by registration as they stand at `now`, their names masked. */
export function checkInParties(
  rows: readonly CheckInMemberRow[],
  { deadlines }: FoundActivity,
  now: Instant,
): readonly CheckInParty[] {
  const byRegistration = new Map<string, CheckInMemberRow[]>()
  for (const row of rows)
    byRegistration.set(row.registrationId, [...(byRegistration.get(row.registrationId) ?? []), row])
  return [...byRegistration].map(([registrationId, members]) => ({
    registrationId,
    number: members[0]?.number ?? '',
    wantsHelp: members[0]?.wantsHelp ?? false,
    members: members.map(({ memberId, name, child, state, released, ...entry }) => ({
      memberId,
      name: maskedName(name),
      child,
      state: stateAt(state, deadlines, now),
      released,
      entry: entryOf(entry),
    })),
  }))
}

/** `null` where nobody came. */
export function entryOf(
  row: Pick<CheckInMemberRow, 'entryId' | 'at' | 'grade' | 'doorFlag' | 'flags' | 'giftAt' | 'giftTwice'>,
): CheckInEntry | null {
  const { entryId, at, grade, doorFlag, flags, giftAt, giftTwice } = row
  if (entryId === null || at === null || grade === null) return null
  return {
    entryId,
    at: toIso(at),
    grade,
    doorFlag,
    flags: flags ?? [],
    giftAt: giftAt === null ? null : toIso(giftAt),
    giftTwice,
  }
}

export const headOf = ({ name, withoutPhone, ...row }: CheckInHeadRow) => {
  const entry = entryOf(row)
  return entry === null ? [] : [{ ...entry, name: maskedName(name), withoutPhone }]
}
