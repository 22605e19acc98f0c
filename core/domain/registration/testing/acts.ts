import type { Instant } from '../../../kernel/shanghai-time'
import { decideMoving, decideWithdrawing } from '../../activity/change'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { decideArrival, decideWalkIn, recordArrival, type Arrival } from '../attendance/attendance'
import { decideClosingRoll, decideReleasing } from '../attendance/roll'
import { undoArrivals } from '../attendance/undo'
import { decideClaiming } from '../hand-over/claim'
import { admit } from '../joining/admission'
import { decideJoining, type JoiningMember, type JoiningPerson } from '../joining/joining'
import { numberFrom } from '../joining/number'
import { rejoinMembers, rowToRejoin } from '../joining/rejoining'
import { cancelAll, lapseWaiting } from '../leaving/ending'
import { eraseFrom } from '../leaving/erasing'
import { decideCancelling, decideDropping } from '../leaving/leaving'
import { isLive, type Member, type MemberChange, type Registration } from '../party'
import { decideAskingNow } from '../queue/asking-now'
import { decideCapacity } from '../queue/capacity'
import { ACQUAINTANCES, whoIs, type Acquaintance } from './people'
import type { World } from './world'

/** What an act came to: a refusal's code, or `null` when it was done. */
export type Outcome = string | null

const joiner = (world: World, record: Acquaintance): JoiningPerson => ({
  personId: record.id,
  identity: whoIs(record, world.links),
  birthYears: { from: record.birthYear, to: record.birthYear },
  compoundId: null,
  neighbourhoodId: null,
  guardianConsent: true,
})

const membersOf = (world: World): readonly Member[] => world.registrations.flatMap(({ members }) => members)

const liveIdentities = (world: World): ReadonlySet<string> =>
  new Set(membersOf(world).flatMap((member) => (isLive(member) ? (member.identity ?? []) : [])))

export function register(world: World, registrantId: string, recordIds: readonly string[]): Outcome {
  const records = ACQUAINTANCES.filter(
    ({ id, ownerId: keptBy }) => keptBy === registrantId && recordIds.includes(id),
  )
  const party = records.map((record) => joiner(world, record))
  const facts = { activity: world.activity, party, registered: liveIdentities(world), answers: {} }
  const joining = decideJoining(facts, world.now, DEFAULT_RULES)
  if (!joining.ok) return joining.refusal
  const row = rowFor(world, registrantId, joining.value.members)
  const { queue, seats } = world
  const newcomer = {
    registrationId: row.id,
    size: party.length,
    joinNumber: row.joinNumber,
    inCoolDown: world.isCooling(registrantId),
  }
  const admission = admit(newcomer, queue, seats, world.activity.waitlistLimit, world.deadlines, world.now)
  if (!admission.ok) return admission.refusal
  if (joining.value.members.some(({ child }) => !child)) world.joinedWithAdult.add(world.nextJoinNumber)
  world.nextJoinNumber += 1
  world.put(row)
  world.recordPromotion(admission.value.promotion, row.id, [...queue, newcomer], seats)
  return null
}

function rowFor(world: World, registrantId: string, joining: readonly JoiningMember[]): Registration {
  const own = world.registrations.filter((registration) => registration.registrantId === registrantId)
  const row = rowToRejoin(own, joining) ?? newRow(world, registrantId)
  const { returning, added } = rejoinMembers(row, joining)
  const back = new Map(returning.map(({ member, as }) => [member.id, as.child]))
  const waiting = { state: 'waiting', released: false } as const
  return {
    ...row,
    joinNumber: world.nextJoinNumber,
    members: [
      ...row.members.map((member) => {
        const child = back.get(member.id)
        return child === undefined ? member : { ...member, ...waiting, child }
      }),
      ...added.map(({ identity, child, personId }) => ({
        id: `${row.id}/${world.nextJoinNumber}/${personId}`,
        identity,
        child,
        ...waiting,
      })),
    ],
  }
}

function newRow(world: World, registrantId: string): Registration {
  const taken = new Set(world.registrations.map(({ number }) => number))
  const id = String(world.registrations.length)
  return { id, registrantId, number: numberFrom(527, taken), joinNumber: 0, members: [] }
}

function leave(world: World, changes: readonly MemberChange[]): Outcome {
  world.record(changes)
  world.promoteWaiting()
  return null
}

export function cancel(world: World, { members }: Registration): Outcome {
  const decision = decideCancelling(members, world.deadlines, world.now)
  return decision.ok ? leave(world, decision.value) : decision.refusal
}

export function drop(world: World, { members }: Registration, member: Member): Outcome {
  const decision = decideDropping(members, member.id, world.deadlines, world.now)
  return decision.ok ? leave(world, decision.value) : decision.refusal
}

export function askNow(world: World, registration: Registration): Outcome {
  const { queue, seats } = world
  const decision = decideAskingNow(registration, queue, seats, world.deadlines, world.now)
  if (!decision.ok) return decision.refusal
  world.recordPromotion(decision.value, registration.id, queue, seats)
  return null
}

export function setCapacity(world: World, capacity: number): Outcome {
  const decision = decideCapacity(world.seats, capacity, world.queue)
  if (!decision.ok) return decision.refusal
  world.seats = decision.value.seats
  world.activity = { ...world.activity, capacity }
  world.promoteWaiting()
  return null
}

export function move(world: World, startsAt: Instant): Outcome {
  const decision = decideMoving(world.activity, startsAt, world.now)
  if (!decision.ok) return decision.refusal
  const { attendanceStartsAnew, ...times } = decision.value
  world.activity = { ...world.activity, ...times }
  if (attendanceStartsAnew) {
    putBack(world, [...world.before.keys()])
    world.record([], -world.walkIns)
  }
  world.promoteWaiting()
  return null
}

export function withdraw(world: World): Outcome {
  const decision = decideWithdrawing(world.activity, world.now)
  if (!decision.ok) return decision.refusal
  if (decision.value.already) return null
  world.activity = { ...world.activity, status: 'withdrawn' }
  world.record(cancelAll(membersOf(world)), -world.walkIns)
  return null
}

export function letIn(world: World, arriving: readonly Member[], uploaded: boolean): Outcome {
  const { seats, deadlines, now } = world
  const decision = uploaded
    ? { ok: true as const, value: recordArrival(arriving, seats, deadlines, now) }
    : decideArrival(arriving, seats, deadlines, now)
  if (!decision.ok) return decision.refusal
  keepArrival(world, decision.value)
  world.promoteWaiting()
  return null
}

function keepArrival(world: World, { changes, seatless }: Arrival): void {
  for (const { memberId, from } of changes) world.before.set(memberId, from)
  for (const { memberId } of seatless) world.withSeatlessEntry.add(memberId)
  world.record(changes)
}

export function walkIn(world: World): Outcome {
  const decision = decideWalkIn(world.activity, world.seats, world.deadlines, world.now)
  if (!decision.ok) return decision.refusal
  world.seats = decision.value
  world.walkIns += 1
  return null
}

export function undoWalkIn(world: World): Outcome {
  if (world.walkIns === 0) return null
  world.record([], -1)
  world.promoteWaiting()
  return null
}

export function undo(world: World, member: Member): Outcome {
  putBack(world, [member.id])
  world.promoteWaiting()
  return null
}

function putBack(world: World, memberIds: readonly string[]): void {
  const before = new Map([...world.before].filter(([memberId]) => memberIds.includes(memberId)))
  for (const { members, joinNumber } of world.registrations) {
    world.record(undoArrivals(members, before, world.deadlines, world.rollClosed, world.now))
    const isUndone = members.some(({ id, child }) => child && before.has(id))
    const isLeftByErased = members.every(({ child, state }) => child || state === 'cancelled')
    // A child who was let in alone, after its adult was erased, is put back alone: it had come alone.
    if (isUndone && isLeftByErased) world.joinedWithAdult.delete(joinNumber)
  }
}

export function release(world: World, members: readonly Member[]): Outcome {
  const decision = decideReleasing(members, world.deadlines, world.now)
  if (!decision.ok) return decision.refusal
  world.record(decision.value)
  return null
}

export function closeRoll(world: World): Outcome {
  const decision = decideClosingRoll(
    membersOf(world),
    world.withSeatlessEntry,
    world.deadlines,
    false,
    world.now,
  )
  if (!decision.ok) return decision.refusal
  world.record(decision.value)
  world.rollClosed = true
  return null
}

export function erase(world: World, residentId: string): Outcome {
  const own = ACQUAINTANCES.filter(({ ownerId: keptBy }) => keptBy === residentId)
  const erased = new Set(own.filter((record) => whoIs(record, world.links) === record.id).map(({ id }) => id))
  for (const registration of world.registrations) {
    const isErased = ({ identity }: Member): boolean => identity !== null && erased.has(identity)
    const { tombstones, changes } = eraseFrom(registration.members, isErased, world.deadlines, world.now)
    world.record(changes)
    const kept = world.registrations.find(({ id }) => id === registration.id) ?? registration
    world.put({
      ...kept,
      registrantId: kept.registrantId === residentId ? null : kept.registrantId,
      members: kept.members.map((member) =>
        tombstones.includes(member.id) ? { ...member, identity: null } : member,
      ),
    })
  }
  world.promoteWaiting()
  return null
}

/** 是我: the grandfather, say, takes over a record that somebody keeps of him. */
export function claim(world: World, record: Acquaintance, claimantId: string): Outcome {
  const live = liveIdentities(world)
  const card = {
    senderId: record.ownerId,
    claimedBy: world.links.get(record.id) ?? record.linkedTo,
    memberCancelled: false,
    validUntil: world.deadlines.checkInUntil,
    doubles: live.has(whoIs(record, world.links)) && live.has(claimantId) ? [world.activity.id] : [],
  }
  const decision = decideClaiming(card, claimantId, world.now)
  if (!decision.ok) return decision.refusal
  if (!decision.value.first) return null
  world.links.set(record.id, claimantId)
  world.registrations = world.registrations.map((registration) => ({
    ...registration,
    members: registration.members.map((member) =>
      member.identity === record.id ? { ...member, identity: claimantId } : member,
    ),
  }))
  return null
}

/** Time goes by and the job runs: who still waits at the start lapses. */
export function passTime(world: World, milliseconds: number): Outcome {
  world.pass(milliseconds)
  world.record(lapseWaiting(membersOf(world), world.deadlines, world.now))
  return null
}
