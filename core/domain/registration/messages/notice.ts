import type { Instant } from '../../../kernel/shanghai-time'
import type { ActivityStatus } from '../../activity/activity'

/** What residents are told. All of it stands in the inbox; `templateOf` says what goes to WeChat as well. */
export const NOTICE_KINDS = [
  /** 有空位了，给您留好了. */
  'promoted',
  /** Seats became free in the last 2 h, by whatever act: who asks first has the seat (现在要). */
  'seats-free',
  /** The capacity was lowered below the size of a party that waits. */
  'no-longer-fits',
  'changed',
  'withdrawn',
  'reminder',
  'lapsed',
  /** Somebody handed a place is registered already: the sender should drop the double. */
  'double',
  /** A child's place was cancelled because its only adult left. */
  'left-alone',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** The three templates that residents can consent to: 变动/取消, 候补结果, 一次提醒. */
export const TEMPLATES = ['change', 'waitlist', 'reminder'] as const
export type Template = (typeof TEMPLATES)[number]

const TEMPLATE_OF: Readonly<Record<NoticeKind, Template | null>> = {
  promoted: 'waitlist',
  'seats-free': 'waitlist',
  'no-longer-fits': 'waitlist',
  changed: 'change',
  withdrawn: 'change',
  reminder: 'reminder',
  lapsed: null,
  double: null,
  'left-alone': 'change',
}

/** The template a notice is sent with; `null` tells the inbox only. */
export const templateOf = (kind: NoticeKind): Template | null => TEMPLATE_OF[kind]

/** One notice to one resident about one registration. */
export interface Notice {
  readonly kind: NoticeKind
  /** `volunteer` where somebody is told who helps there. */
  readonly registrationId: string
  readonly recipientId: string
  /** What tells two notices of one kind apart: the change's id, or the join number of a promotion. */
  readonly cause: string
}

/**
 * Equal for what must be told once only; unique in the outbox. A registration is reminded once in its
 * life, also when the activity moves afterwards: the change told the new time.
 */
export function keyOf({ kind, registrationId, recipientId, cause }: Notice): string {
  return [kind, registrationId, recipientId, ...(kind === 'reminder' ? [] : [cause])].join(':')
}

/**
 * Residents to be told about a registration: who registered, and each linked resident in it, by their own
 * consent; everybody once. `residentIds` of the members concerned; `null` is nobody's account.
 */
export const recipientsOf = (
  registrantId: string | null,
  residentIds: readonly (string | null)[],
): readonly string[] => [...new Set([registrantId, ...residentIds])].filter((id) => id !== null)

/** How things stand when a notice is about to go out. */
export interface CauseFacts {
  readonly status: ActivityStatus
  readonly startsAt: Instant
  /** As it was planned, where it ended early: until then somebody may be on the way. */
  readonly endsAt: Instant
  readonly capacity: number
  /** Members of the registration by state. */
  readonly waiting: number
  readonly confirmed: number
  readonly attended: number
  /** Told as a volunteer, who needs no registration. */
  readonly isVolunteer: boolean
  /** The change that pages show; `null` when there was none. */
  readonly latestChangeId: string | null
}

/** Is what a notice tells still so? One whose cause is gone is dropped: cancelled since, begun, or overtaken. */
export function causeStands(
  { kind, cause }: Pick<Notice, 'kind' | 'cause'>,
  facts: CauseFacts,
  now: Instant,
): boolean {
  const { status, waiting, confirmed, attended, isVolunteer } = facts
  const isOn = status === 'published' && now < facts.endsAt
  const isComing = status === 'published' && now < facts.startsAt
  switch (kind) {
    case 'promoted':
    case 'reminder':
      return isComing && confirmed > 0
    case 'seats-free':
      return isComing && waiting > 0
    case 'no-longer-fits':
      return isComing && waiting > facts.capacity
    case 'changed':
      return isOn && cause === facts.latestChangeId && (isVolunteer || waiting + confirmed + attended > 0)
    case 'withdrawn':
      return status === 'withdrawn' && now < facts.endsAt
    case 'left-alone':
      return isComing
    case 'lapsed':
    case 'double':
      return true
  }
}
