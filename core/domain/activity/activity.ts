import type { Instant } from '../../kernel/shanghai-time'
import type { Audience } from './entry/audience'
import type { Question } from './entry/questions'

/** What an activity is about, in the order in which it is offered. */
export const TOPICS = [
  'market',
  'class',
  'health',
  'family',
  'culture',
  'volunteer',
  'meeting',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

/** As editors write them in the pack, and as residents and staff read them. */
export const TOPIC_NAMES: Readonly<Record<Topic, string>> = {
  market: '市集',
  class: '课程',
  health: '健康',
  family: '亲子',
  culture: '文化',
  volunteer: '志愿',
  meeting: '会议',
  other: '其他',
}

/** Where the desk lists what was written: 草稿 · 还没开始的 · 过去的. */
export const RECORD_SHELVES = ['drafts', 'coming', 'past'] as const

/** A draft is unknown to residents; whatever happens to a published activity, its page stays. */
export const ACTIVITY_STATUSES = ['draft', 'published', 'withdrawn'] as const
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number]

/** `open` is 不用报名，直接来; a `workshop` is a timed part of an open activity with seats of its own. */
export const ACTIVITY_KINDS = ['registered', 'open', 'workshop'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** When an activity takes place, `[startsAt, endsAt)`; each occurrence of a series is an activity itself. */
export interface Occurrence {
  readonly id: string
  readonly status: ActivityStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** No seats: heads are counted, nothing else. */
export interface OpenActivity extends Occurrence {
  readonly kind: 'open'
}

/** An activity with seats. */
export interface RegisteredActivity extends Occurrence {
  readonly kind: Exclude<ActivityKind, 'open'>
  /** Persons, at least 1. */
  readonly capacity: number
  /** First instant at which one may join; `null` is from publication on. */
  readonly opensAt: Instant | null
  /** First instant at which one may no longer join; `null` is the start, and it is never later. */
  readonly closesAt: Instant | null
  readonly audience: Audience
  readonly questions: readonly Question[]
  /** Parties that may wait. */
  readonly waitlistLimit: number
  /** Whether those who stayed away from earlier activities queue last. */
  readonly coolDown: boolean
}

export type Activity = OpenActivity | RegisteredActivity
