import { accept, refuse, type Result } from '../../../kernel/result'
import { instant, toIso, type Instant } from '../../../kernel/shanghai-time'
import { MINUTE } from '../../activity/deadlines'
import type { RuleSettings } from '../../activity/rule-settings'
import type { NotificationWay } from './delivery'

/** 打通了 · 请家人转告 · 号码不对 · 门口贴了条 · 没人接. */
export const CALL_OUTCOMES = ['reached', 'family-told', 'wrong-number', 'note-up', 'no-answer'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** As whom somebody is told: as a registered person, or as one with a stall at the market. */
export const CALLED_AS = ['registered', 'stall'] as const
export type CalledAs = (typeof CALLED_AS)[number]

/** How it stands with telling somebody whom no message reached. */
export interface Call {
  /** The post that said 我来打, and until when the call is theirs; afterwards it is anybody's. */
  readonly heldBy: string | null
  readonly heldUntil: Instant | null
  readonly outcome: CallOutcome | null
}

/** Nobody has to try again. After 没人接 somebody has. */
export const isSettled = ({ outcome }: Pick<Call, 'outcome'>): boolean =>
  outcome !== null && outcome !== 'no-answer'

/** Whether staff has to tell somebody at all: a resident who wants no notices gets none, a guest asked for nothing else. */
export const hasToBeTold = (way: NotificationWay, byStaff: boolean): boolean => byStaff || way !== 'none'

/** 我来打: may this post have the call now? Until 15 min later nobody else may. Taking it again holds it longer. */
export function decideTakingCall(
  call: Call,
  postId: string,
  now: Instant,
  rules: RuleSettings,
): Result<Instant, 'call_taken' | 'call_done'> {
  if (isSettled(call)) return refuse('call_done')
  const own = decideRecordingCall(call, postId, now)
  return own.ok ? accept(instant(now + rules.callMinutes * MINUTE)) : own
}

/** May this post say how the call went? Not while somebody else is calling; later words replace earlier ones. */
export function decideRecordingCall(
  { heldBy, heldUntil }: Call,
  postId: string,
  now: Instant,
): Result<null, 'call_taken'> {
  const isFree = heldBy === null || heldBy === postId || heldUntil === null || now >= heldUntil
  return isFree ? accept(null) : refuse('call_taken', { until: toIso(heldUntil) })
}
