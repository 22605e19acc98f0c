import { accept, refuse, type Result } from '../../kernel/result'
import { addDays, instant, instantAt, shanghaiDay, toIso, type Instant } from '../../kernel/shanghai-time'
import type { Activity, Occurrence, RegisteredActivity } from './activity'
import { MINUTE } from './deadlines'
import type { RuleSettings } from './rule-settings'

const HOUR = 60 * MINUTE

/** 照常 · 改室内 · 推迟 · 提前 · 取消 · 提前结束 · 明早 7:00 再定 · 补一句, as staff on duty asks for it. */
export type ChangeRequest =
  | { readonly kind: 'as-planned' }
  | { readonly kind: 'indoors'; readonly place: string }
  | { readonly kind: 'postponed' | 'brought-forward'; readonly startsAt: Instant }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'ended-early' }
  | { readonly kind: 'decided-tomorrow' }
  | { readonly kind: 'note'; readonly note: string }

/** Characters that 补一句 may have. */
export const LONGEST_NOTE = 60

export const CHANGE_KINDS = [
  'as-planned',
  'indoors',
  'postponed',
  'brought-forward',
  'cancelled',
  'ended-early',
  'decided-tomorrow',
  'note',
] as const satisfies readonly ChangeRequest['kind'][]

/** What all pages and messages say from `changedAt` on, until the next change. */
export type Change = { readonly changedAt: Instant } & (
  | { readonly kind: 'as-planned' | 'cancelled' }
  /** It ends at `changedAt`. */
  | { readonly kind: 'ended-early' }
  | { readonly kind: 'indoors'; readonly place: string }
  | { readonly kind: 'postponed' | 'brought-forward'; readonly move: Move }
  | { readonly kind: 'decided-tomorrow'; readonly decisionAt: Instant }
  /** Stands beside what was announced before, which goes on. */
  | { readonly kind: 'note'; readonly note: string }
)

/**
 * Where to go now, as the newest change says it: 改室内 holds until another place is said, or 照常. `former` is where it
 * would have been, `null` while nothing moved it.
 */
export function placeNow(
  planned: string,
  change: { readonly place: string | null } | null,
): { readonly place: string; readonly former: string | null } {
  const moved = change?.place ?? null
  return moved === null || moved === planned
    ? { place: planned, former: null }
    : { place: moved, former: planned }
}

export type MoveRefusal = 'activity_withdrawn' | 'already_started' | 'start_past'
export type ChangeRefusal =
  | MoveRefusal
  | 'start_not_later'
  | 'start_not_earlier'
  | 'too_soon_to_come'
  | 'decision_too_late'
  | 'not_started'
  | 'already_over'

/** The times of an activity after a move. An open activity has neither opening nor closing. */
export interface Move {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  /** On another day whoever was already let in comes anew: undo those check-ins, and let the walk-ins go. */
  readonly attendanceStartsAnew: boolean
}

/**
 * May this change be announced now? Only before the start, 提前结束 only after it, 补一句 until the end; and never after
 * the activity was withdrawn.
 */
export function decideChange(
  activity: Activity,
  asked: ChangeRequest,
  now: Instant,
  rules: RuleSettings,
): Result<Change, ChangeRefusal> {
  if (asked.kind === 'ended-early' || asked.kind === 'note') return decideWhileOn(activity, asked, now)
  const refusal = refusalOfAny(activity, now)
  if (refusal !== null) return refuse(refusal)
  switch (asked.kind) {
    case 'postponed':
      return decidePostponing(activity, asked.startsAt, now)
    case 'brought-forward':
      return decideBringingForward(activity, asked.startsAt, now, rules)
    case 'decided-tomorrow':
      return decideDecidingTomorrow(activity, now, rules)
    default:
      return accept({ ...asked, changedAt: now })
  }
}

/**
 * May it start at `startsAt` instead? Only from now on. It lasts as long as before; closing keeps its
 * distance to the start, and so does an opening that would otherwise not come before it.
 */
export function decideMoving(activity: Activity, startsAt: Instant, now: Instant): Result<Move, MoveRefusal> {
  const refusal = refusalOfAny(activity, now)
  if (refusal !== null) return refuse(refusal)
  if (startsAt <= now) return refuse('start_past', { now: toIso(now) })
  const shift = startsAt - activity.startsAt
  return accept({
    startsAt,
    endsAt: instant(activity.endsAt + shift),
    ...(activity.kind === 'open' ? { opensAt: null, closesAt: null } : movedRegistration(activity, shift)),
    attendanceStartsAnew: shanghaiDay(startsAt) !== shanghaiDay(activity.startsAt),
  })
}

/**
 * May it be withdrawn, which cancels every place? Before the start only; `already` says that it was
 * withdrawn before and nothing is left to do. Workshops go with their open activity.
 */
export function decideWithdrawing(
  activity: Occurrence,
  now: Instant,
): Result<{ readonly already: boolean }, 'already_started'> {
  if (activity.status === 'withdrawn') return accept({ already: true })
  return now >= activity.startsAt ? refuse('already_started') : accept({ already: false })
}

function refusalOfAny(activity: Occurrence, now: Instant): 'activity_withdrawn' | 'already_started' | null {
  if (activity.status === 'withdrawn') return 'activity_withdrawn'
  return now >= activity.startsAt ? 'already_started' : null
}

/** What may still be said once it is on: that it is over now, or one more sentence. */
function decideWhileOn(
  { status, startsAt, endsAt }: Occurrence,
  asked: Extract<ChangeRequest, { kind: 'ended-early' | 'note' }>,
  now: Instant,
): Result<Change, ChangeRefusal> {
  if (status === 'withdrawn') return refuse('activity_withdrawn')
  if (now >= endsAt) return refuse('already_over')
  // What ends at its start would have taken no time at all: that is 取消.
  if (asked.kind === 'ended-early' && now <= startsAt)
    return refuse('not_started', { startsAt: toIso(startsAt) })
  return accept({ ...asked, changedAt: now })
}

function decidePostponing(
  activity: Activity,
  startsAt: Instant,
  now: Instant,
): Result<Change, ChangeRefusal> {
  if (startsAt <= activity.startsAt) return refuse('start_not_later', { startsAt: toIso(activity.startsAt) })
  const moving = decideMoving(activity, startsAt, now)
  return moving.ok ? accept({ kind: 'postponed', move: moving.value, changedAt: now }) : moving
}

/** Who reads it late must still be able to come: the new start leaves everybody a day. */
function decideBringingForward(
  activity: Activity,
  startsAt: Instant,
  now: Instant,
  rules: RuleSettings,
): Result<Change, ChangeRefusal> {
  if (startsAt >= activity.startsAt)
    return refuse('start_not_earlier', { startsAt: toIso(activity.startsAt) })
  const earliest = instant(now + rules.earlierHours * HOUR)
  if (startsAt < earliest)
    return refuse('too_soon_to_come', { from: toIso(earliest), hours: rules.earlierHours })
  const moving = decideMoving(activity, startsAt, now)
  return moving.ok ? accept({ kind: 'brought-forward', move: moving.value, changedAt: now }) : moving
}

/** A promise to decide tomorrow morning is worth something only if that is before the start. */
function decideDecidingTomorrow(
  { startsAt }: Occurrence,
  now: Instant,
  rules: RuleSettings,
): Result<Change, ChangeRefusal> {
  const decisionAt = instantAt(addDays(shanghaiDay(now), 1), rules.decisionMinute)
  return decisionAt < startsAt
    ? accept({ kind: 'decided-tomorrow', decisionAt, changedAt: now })
    : refuse('decision_too_late', { startsAt: toIso(startsAt) })
}

function movedRegistration(
  { startsAt, opensAt, closesAt }: RegisteredActivity,
  shift: number,
): Pick<Move, 'opensAt' | 'closesAt'> {
  const moved = (moment: Instant): Instant => instant(moment + shift)
  const newClosing = closesAt === null ? null : moved(closesAt)
  const opensInTime = opensAt === null || opensAt < (newClosing ?? moved(startsAt))
  return { closesAt: newClosing, opensAt: opensInTime ? opensAt : moved(opensAt) }
}
