import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RegisteredActivity } from '../../activity/activity'
import { deadlinesOf, type Deadlines } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { withChanges, type Member, type MemberChange, type MemberPlace, type Registration } from '../party'
import { isInCoolDown, type TurnOut } from '../queue/cool-down'
import { promote, promotedUnasked, type Promotion } from '../queue/promotion'
import { asWaitingParty, type WaitingParty } from '../queue/queue'
import { seatsAfter, type Seats } from '../seats'

/** A promotion that was recorded, with what it decided upon. */
export interface RecordedPromotion {
  readonly queue: readonly WaitingParty[]
  readonly seats: Seats
  readonly outcome: Promotion
  /** The registration whose act it was, where it asked for seats itself. */
  readonly askedBy: string | null
  readonly at: Instant
  /** Start of the activity as it was then. */
  readonly startsAt: Instant
}

/**
 * One activity with all that a database would hold of it, kept as handlers keep it: gather, decide, record.
 * The seat counter is changed by what decisions say and never recounted here.
 */
export class World {
  now = NOW
  nextJoinNumber = 1
  walkIns = 0
  rollClosed = false
  seats: Seats
  registrations: readonly Registration[] = []
  /** Record id → the resident who claimed it. */
  readonly links = new Map<string, string>()
  /** Member id → the place before it was let in. */
  readonly before = new Map<string, MemberPlace>()
  /** Join numbers of parties with an adult. */
  readonly joinedWithAdult = new Set<number>()
  readonly withSeatlessEntry = new Set<string>()
  readonly turnOuts = new Map<string, readonly TurnOut[]>()
  readonly promotions: RecordedPromotion[] = []
  /** Registrations told 有空位了, once per promotion. */
  readonly notified: string[] = []

  constructor(public activity: RegisteredActivity = CLASS) {
    this.seats = { capacity: activity.capacity, inUse: 0 }
  }

  get deadlines(): Deadlines {
    return deadlinesOf(this.activity, DEFAULT_RULES)
  }

  get queue(): readonly WaitingParty[] {
    return this.registrations
      .map((registration) => asWaitingParty(registration, this.isCooling(registration.registrantId)))
      .filter((party) => party !== null)
  }

  isCooling(registrantId: string | null): boolean {
    const turnOuts = registrantId === null ? [] : (this.turnOuts.get(registrantId) ?? [])
    return isInCoolDown(this.activity, turnOuts, DEFAULT_RULES)
  }

  /** The nth registration, going round; `null` while there is none. */
  pick(index: number): Registration | null {
    return this.registrations[index % Math.max(1, this.registrations.length)] ?? null
  }

  pickMember(registration: Registration, index: number): Member {
    const member = registration.members[index % registration.members.length]
    if (member === undefined) throw new RangeError(`registration ${registration.id} has no members`)
    return member
  }

  put(registration: Registration): void {
    const others = this.registrations.filter(({ id }) => id !== registration.id)
    this.registrations = [...others, registration].sort((left, right) => Number(left.id) - Number(right.id))
  }

  /** Records member changes and moves the counter by them. */
  record(changes: readonly MemberChange[], walkIns = 0): void {
    this.seats = seatsAfter(this.seats, changes, walkIns)
    this.walkIns += walkIns
    this.registrations = this.registrations.map((registration) => ({
      ...registration,
      members: withChanges(registration.members, changes),
    }))
  }

  /** What follows every act that frees a seat or changes the queue. */
  promoteWaiting(): void {
    const { queue, seats, deadlines, now } = this
    this.recordPromotion(promote(queue, seats, deadlines, now), null, queue, seats)
  }

  recordPromotion(
    outcome: Promotion,
    askedBy: string | null,
    queue: readonly WaitingParty[],
    seats: Seats,
  ): void {
    const promoted = new Set(outcome.confirmed.map(({ registrationId }) => registrationId))
    this.registrations = this.registrations.map((registration) =>
      promoted.has(registration.id)
        ? { ...registration, members: registration.members.map(confirmedIfWaiting) }
        : registration,
    )
    this.seats = outcome.seats
    this.notified.push(...promotedUnasked(outcome, askedBy))
    this.promotions.push({ queue, seats, outcome, askedBy, at: this.now, startsAt: this.activity.startsAt })
  }

  pass(milliseconds: number): void {
    this.now = instant(this.now + milliseconds)
  }
}

const confirmedIfWaiting = (member: Member): Member =>
  member.state === 'waiting' ? { ...member, state: 'confirmed' } : member
