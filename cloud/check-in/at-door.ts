import type { DoorCounts, DoorEntry, DoorParty } from '../../core/contract/check-in/door'
import { maskedName } from '../../core/domain/check-in/door/masked-name'
import { momentOf, offlineFlags } from '../../core/domain/check-in/scan/moment'
import type { ScanMode } from '../../core/domain/check-in/scan/scan'
import { refuse, type Refused } from '../../core/kernel/result'
import { instant, toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Caller } from '../app/handler'
import type { FoundActivity } from '../repositories/activity/lock-activity'
import { readCounts, type DoorHeadRow, type DoorMemberRow } from '../repositories/check-in/door-list'
import type { Recording } from '../repositories/check-in/visits'

/** May this member of staff stand at the door of this activity? A draft has none; office staff at their own office. */
export function refuseDoor(
  found: FoundActivity | null,
  { role, officeId }: Pick<Caller, 'role' | 'officeId'>,
): Refused<'activity_not_found' | 'not_own_office'> | null {
  if (found === null || found.row.status === 'draft') return refuse('activity_not_found')
  return role === 'office' && found.row.office_id !== officeId ? refuse('not_own_office') : null
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
  const told = { happenedAt: instant(times.happenedAt), sentAt: instant(times.sentAt) }
  const moment = momentOf(told, now, rules)
  return { mode: 'upload', at: moment.at, flags: offlineFlags(moment) }
}

const NOBODY: DoorCounts = {
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
  activityId: string,
): Promise<DoorCounts> {
  return (await countsById(db, [activityId]))(activityId)
}

export async function countsById(
  db: Parameters<typeof readCounts>[0],
  activityIds: readonly string[],
): Promise<(activityId: string) => DoorCounts> {
  const rows = await readCounts(db, activityIds)
  const byId = new Map(rows.map(({ activityId, ...counts }) => [activityId, counts]))
  return (activityId) => byId.get(activityId) ?? NOBODY
}

/** Members by registration, their names masked. */
export function doorParties(rows: readonly DoorMemberRow[]): readonly DoorParty[] {
  const byRegistration = new Map<string, DoorMemberRow[]>()
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
      state,
      released,
      entry: entryOf(entry),
    })),
  }))
}

/** `null` where nobody came. */
export function entryOf(
  row: Pick<DoorMemberRow, 'entryId' | 'at' | 'grade' | 'doorFlag' | 'flags' | 'giftAt' | 'giftTwice'>,
): DoorEntry | null {
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

export const headOf = ({ name, withoutPhone, ...row }: DoorHeadRow) => {
  const entry = entryOf(row)
  return entry === null ? [] : [{ ...entry, name: maskedName(name), withoutPhone }]
}
