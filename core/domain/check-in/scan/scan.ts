import type { Instant } from '../../../kernel/shanghai-time'
import type { ActivityKind, Occurrence } from '../../activity/activity'
import type { Deadlines } from '../../activity/deadlines'
import {
  decideArrival,
  decideWalkIn,
  recordArrival,
  type ArrivalRefusal,
  type NoSeatReason,
  type SeatlessEntry,
} from '../../registration/attendance/attendance'
import { hasPlace, isLive, type Member, type MemberChange, type Registration } from '../../registration/party'
import { seatsAfter, type Seats } from '../../registration/seats'

/** One activity at the place of a code, under its lock, with the registrations that the scan is about. */
export interface ActivityHere {
  readonly activity: Pick<Occurrence, 'id' | 'status'> & { readonly kind: ActivityKind }
  readonly seats: Seats
  readonly deadlines: Deadlines
  readonly parties: readonly Registration[]
  /** Members with a head that stands: attended, let in by a seatless entry, or walked in after cancelling. */
  readonly cameBefore: ReadonlySet<string>
  /** Identity of whoever would walk in; `null` is ＋1 无手机. */
  readonly walker: string | null
  /** Whether they walked in here before. */
  readonly walkedIn: boolean
}

/** What the person said on the page. */
export interface Ticks {
  /** Who came; `null` is everybody who has a place. */
  readonly members: ReadonlySet<string> | null
  /** 直接参加, asked and never assumed. */
  readonly walkIn: boolean
}

/** `upload` is what happened without network: it is recorded, whatever the rules of seats say. */
export type ScanMode = 'online' | 'upload'

export type ActivityRefusal = ArrivalRefusal | 'activity_withdrawn'

/** A head without a registration here; with a flag it is a seatless entry and holds no seat. */
export interface WalkIn {
  readonly holdsSeat: boolean
  readonly flag: NoSeatReason | null
}

/** What one scan comes to at one activity. */
export interface ActivityScan {
  readonly changes: readonly MemberChange[]
  readonly seatless: readonly SeatlessEntry[]
  /** Members who had come before. */
  readonly repeated: readonly string[]
  readonly walkIn: WalkIn | null
  readonly walkInRepeated: boolean
  /** Why somebody who was ticked is not recorded; all others are. */
  readonly refusal: ActivityRefusal | null
  readonly refusalDetail: Readonly<Record<string, unknown>>
  readonly seats: Seats
}

const idsOf = (members: readonly Member[]): readonly string[] => members.map(({ id }) => id)
/** Who of a party comes with this scan; on a closed roll a late upload still finds who was expected. */
export const arrivingOf = ({ members }: Registration, ticked: Ticks['members']): readonly Member[] =>
  members.filter((member) => (ticked === null ? hasPlace(member) : ticked.has(member.id)))

/**
 * What a scan at `at` records at one activity. Members with a place are never held back by those without:
 * who waits, lapsed or cancelled is decided after them, on the seats that are left. A walk-in comes last;
 * where the person has a live place, they come on that.
 */
export function scanAtActivity(here: ActivityHere, ticks: Ticks, at: Instant, mode: ScanMode): ActivityScan {
  let scan: ActivityScan = nothingAt(here.seats)
  for (const party of here.parties) {
    const all = arrivingOf(party, ticks.members).filter((member) => !walksInInstead(member, here, ticks))
    const arriving = all.filter(({ id }) => !here.cameBefore.has(id))
    scan = { ...scan, repeated: [...scan.repeated, ...idsOf(all.filter((one) => !arriving.includes(one)))] }
    const others = arriving.filter((member) => !hasPlace(member))
    for (const group of [arriving.filter(hasPlace), others]) {
      if (group.length > 0) scan = withArrival(scan, group, here.deadlines, at, mode)
    }
  }
  return ticks.walkIn ? withWalkIn(scan, here, at, mode) : scan
}

/** Whoever cancelled and asks to walk in is a walk-in, not a cancelled place as well. */
const walksInInstead = (member: Member, { walker }: ActivityHere, { walkIn }: Ticks): boolean =>
  walkIn && walker !== null && member.identity === walker && !isLive(member)

const nothingAt = (seats: Seats): ActivityScan => ({
  changes: [],
  seatless: [],
  repeated: [],
  walkIn: null,
  walkInRepeated: false,
  refusal: null,
  refusalDetail: {},
  seats,
})

function withArrival(
  scan: ActivityScan,
  group: readonly Member[],
  deadlines: Deadlines,
  at: Instant,
  mode: ScanMode,
): ActivityScan {
  const decision =
    mode === 'upload'
      ? { ok: true as const, value: recordArrival(group, scan.seats, deadlines, at) }
      : decideArrival(group, scan.seats, deadlines, at)
  if (!decision.ok) return { ...scan, refusal: decision.refusal, refusalDetail: decision.detail ?? {} }
  const { changes, seatless, repeated } = decision.value
  return {
    ...scan,
    changes: [...scan.changes, ...changes],
    seatless: [...scan.seatless, ...seatless],
    repeated: [...scan.repeated, ...repeated],
    seats: seatsAfter(scan.seats, changes),
  }
}

/** Places of one person, given up or not; one of them is live at most. */
const ownPlaces = (parties: readonly Registration[], walker: string | null): readonly Member[] =>
  walker === null
    ? []
    : parties.flatMap(({ members }) => members.filter(({ identity }) => identity === walker))

/** Who walks in but has a place, registered by themselves or meanwhile claimed, comes on that place. */
function withOwnPlace(
  scan: ActivityScan,
  own: Member,
  here: ActivityHere,
  at: Instant,
  mode: ScanMode,
): ActivityScan {
  const isDealtWith = [...scan.changes, ...scan.seatless].some(({ memberId }) => memberId === own.id)
  if (isDealtWith || scan.repeated.includes(own.id) || scan.refusal !== null) return scan
  if (here.cameBefore.has(own.id)) return { ...scan, repeated: [...scan.repeated, own.id] }
  return withArrival(scan, [own], here.deadlines, at, mode)
}

function withWalkIn(scan: ActivityScan, here: ActivityHere, at: Instant, mode: ScanMode): ActivityScan {
  if (here.walkedIn) return { ...scan, walkInRepeated: true }
  const own = ownPlaces(here.parties, here.walker)
  const live = own.find(isLive)
  if (live !== undefined) return withOwnPlace(scan, live, here, at, mode)
  const came = idsOf(own).find((id) => here.cameBefore.has(id))
  if (came !== undefined) return { ...scan, repeated: [...new Set([...scan.repeated, came])] }
  const decision = decideWalkingIn(here, scan.seats, at)
  if (decision.ok) return { ...scan, walkIn: decision.walkIn, seats: decision.seats }
  if (mode === 'upload')
    return { ...scan, walkIn: { holdsSeat: false, flag: flagOf(decision.refusal) }, seats: scan.seats }
  return { ...scan, refusal: decision.refusal, refusalDetail: decision.detail ?? {} }
}

type WalkingIn =
  | { readonly ok: true; readonly walkIn: WalkIn; readonly seats: Seats }
  | {
      readonly ok: false
      readonly refusal: ActivityRefusal
      readonly detail?: Readonly<Record<string, unknown>>
    }

/** A walk-in takes a free seat where there are seats, and is a head and nothing else where there are none. */
export function decideWalkingIn(
  { activity, deadlines }: Pick<ActivityHere, 'activity' | 'deadlines'>,
  seats: Seats,
  at: Instant,
): WalkingIn {
  const unlimited = { capacity: seats.inUse + 1, inUse: seats.inUse }
  const isOpen = activity.kind === 'open'
  const decision = decideWalkIn(activity, isOpen ? unlimited : seats, deadlines, at)
  if (!decision.ok) return decision
  return {
    ok: true,
    walkIn: { holdsSeat: !isOpen, flag: null },
    seats: isOpen ? seats : decision.value,
  }
}

/** What was no walk-in by the rules of seats, but somebody was there. */
export const flagOf = (refusal: ActivityRefusal): NoSeatReason =>
  refusal === 'activity_withdrawn' ? 'cancelled' : refusal
