import { accept, refuse, type Result } from '../../kernel/result'
import { addDays, instant, instantAt, shanghaiDay, toIso, type Instant } from '../../kernel/shanghai-time'
import type { Activity, Occurrence, RegisteredActivity } from './activity'
import type { RuleSettings } from './rule-settings'

/** 照常 · 改室内 · 推迟 · 取消 · 明早 7:00 再定, as staff on duty asks for it. */
export type ChangeWish =
  | { readonly kind: 'as-planned' }
  | { readonly kind: 'indoors'; readonly place: string }
  | { readonly kind: 'postponed'; readonly startsAt: Instant }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'decided-tomorrow' }

/** What all pages and messages say from `changedAt` on, until the next change. */
export type Change = { readonly changedAt: Instant } & (
  | { readonly kind: 'as-planned' | 'cancelled' }
  | { readonly kind: 'indoors'; readonly place: string }
  | { readonly kind: 'postponed'; readonly move: Move }
  | { readonly kind: 'decided-tomorrow'; readonly decisionAt: Instant }
)

export type MoveRefusal = 'activity_withdrawn' | 'already_started' | 'start_past'
export type ChangeRefusal = MoveRefusal | 'start_not_later' | 'decision_too_late'

/** The times of an activity after a move. An open activity has neither opening nor closing. */
export interface Move {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  /** On another day whoever was already let in comes anew: undo those check-ins, and let the walk-ins go. */
  readonly attendanceStartsAnew: boolean
}

/** May this change be announced now? Only before the start, and never after the activity was withdrawn. */
export function decideChange(
  activity: Activity,
  wish: ChangeWish,
  now: Instant,
  rules: RuleSettings,
): Result<Change, ChangeRefusal> {
  const refusal = refusalOfAny(activity, now)
  if (refusal !== null) return refuse(refusal)
  switch (wish.kind) {
    case 'postponed':
      return decidePostponing(activity, wish.startsAt, now)
    case 'decided-tomorrow':
      return decideDecidingTomorrow(activity, now, rules)
    default:
      return accept({ ...wish, changedAt: now })
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

function decidePostponing(
  activity: Activity,
  startsAt: Instant,
  now: Instant,
): Result<Change, ChangeRefusal> {
  if (startsAt <= activity.startsAt) return refuse('start_not_later', { startsAt: toIso(activity.startsAt) })
  const moving = decideMoving(activity, startsAt, now)
  return moving.ok ? accept({ kind: 'postponed', move: moving.value, changedAt: now }) : moving
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
