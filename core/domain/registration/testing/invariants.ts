import type { Member, Registration } from '../party'
import type { WaitingParty } from '../queue/queue'
import type { RecordedPromotion, World } from './world'

/**
 * What is broken after an act, in sentences; each rule is recounted without the code that keeps it. Judges
 * the promotions since the last time, then forgets them.
 */
export function brokenInvariants(world: World): readonly string[] {
  const broken = [
    ...brokenSeats(world),
    ...brokenPersons(world),
    ...brokenParties(world),
    ...childrenAlone(world),
    ...ghosts(world),
    ...idleSeats(world),
    ...world.promotions.flatMap(brokenPromotion),
    ...brokenNotification(world),
  ]
  world.promotions.length = 0
  world.notified.length = 0
  return broken
}

const when = (isBroken: boolean, sentence: string): readonly string[] => (isBroken ? [sentence] : [])

function brokenSeats({ seats, registrations, walkIns, activity }: World): readonly string[] {
  let counted = walkIns
  for (const { members } of registrations) {
    for (const { state, released } of members) {
      if ((state === 'confirmed' || state === 'attended' || state === 'no_show') && !released) counted += 1
    }
  }
  return [
    ...when(seats.inUse !== counted, `counter says ${seats.inUse}, recount ${counted}`),
    ...when(seats.inUse < 0 || seats.inUse > seats.capacity, `${seats.inUse} in use of ${seats.capacity}`),
    ...when(seats.capacity !== activity.capacity, 'the counter knows another capacity'),
    ...when(walkIns < 0, `${walkIns} walk-ins`),
    ...when(activity.status === 'withdrawn' && seats.inUse !== 0, 'a withdrawn activity holds seats'),
  ]
}

function brokenPersons({ registrations }: World): readonly string[] {
  const live = registrations.flatMap(({ members }) =>
    members.flatMap(({ state, identity }) => (state === 'cancelled' || identity === null ? [] : [identity])),
  )
  const numbers = registrations.map(({ number }) => number)
  const joins = registrations.map(({ joinNumber }) => joinNumber)
  return [
    ...when(new Set(live).size < live.length, `somebody takes part twice: ${live.join(', ')}`),
    ...when(new Set(numbers).size < numbers.length, `a number is taken twice: ${numbers.join(', ')}`),
    ...when(
      numbers.some((number) => !/^\d{4}$/.test(number)),
      `not four digits: ${numbers.join(', ')}`,
    ),
    ...when(new Set(joins).size < joins.length, `a join number is given twice: ${joins.join(', ')}`),
  ]
}

function brokenParties({ registrations, now, activity }: World): readonly string[] {
  const started = now >= activity.startsAt
  return registrations.flatMap(({ id, members }) => [
    ...when(has(members, 'waiting') && has(members, 'confirmed'), `party ${id} was split`),
    ...when(has(members, 'waiting') && started, `party ${id} still waits after the start`),
    ...when(has(members, 'lapsed') && !started, `party ${id} lapsed before the start`),
    ...when(
      members.some(({ released, state }) => released && state !== 'confirmed' && state !== 'no_show'),
      `a seat of party ${id} is released that nobody was expected on`,
    ),
  ])
}

const has = (members: readonly Member[], state: Member['state']): boolean =>
  members.some((member) => member.state === state)

const TWO_HOURS = 2 * 3_600_000

/** Until 2 h before the start no seat stays free that somebody waiting fits. */
function idleSeats({ registrations, seats, now, activity }: World): readonly string[] {
  if (activity.status !== 'published' || now >= activity.startsAt - TWO_HOURS) return []
  const free = seats.capacity - seats.inUse
  return registrations.flatMap(({ id, members }) => {
    const size = members.filter(({ state }) => state === 'waiting').length
    return when(size > 0 && size <= free, `party ${id} of ${size} waits beside ${free} free seats`)
  })
}

/** Order is kept among those who fit, each party gets what it needs, and late seats go to askers only. */
function brokenPromotion(promotion: RecordedPromotion): readonly string[] {
  const { queue, seats, outcome, askedBy, at, startsAt } = promotion
  const isLate = at >= startsAt - TWO_HOURS
  const taken = outcome.confirmed.reduce((sum, { size }) => sum + size, 0)
  const unasked = outcome.confirmed.filter(({ registrationId }) => registrationId !== askedBy)
  return [
    ...when(outcome.seats.inUse !== seats.inUse + taken, 'a promotion took other seats than it gave'),
    ...when(outcome.seats.inUse > seats.capacity, 'a promotion oversold'),
    ...when(outcome.confirmed.length + outcome.waiting.length !== queue.length, 'a promotion lost somebody'),
    ...when(unasked.length > 0 && isLate, 'somebody was promoted unasked in the last 2 h'),
    ...(isLate ? [] : overtaken(promotion)),
  ]
}

/** Parties that were overtaken although they fitted when the other was served. */
function overtaken({ queue, seats, outcome }: RecordedPromotion): readonly string[] {
  const rank = new Map(
    [...queue]
      .sort((left, right) => key(left) - key(right))
      .map(({ registrationId }, index) => [registrationId, index] as const),
  )
  const rankOf = ({ registrationId }: WaitingParty): number => rank.get(registrationId) ?? Infinity
  return outcome.waiting.flatMap((passed) =>
    outcome.confirmed
      .filter((served) => rankOf(served) > rankOf(passed))
      .flatMap((served) => {
        const before = outcome.confirmed.filter((other) => rankOf(other) < rankOf(served))
        const free = seats.capacity - seats.inUse - before.reduce((sum, { size }) => sum + size, 0)
        return when(passed.size <= free, `${served.registrationId} overtook ${passed.registrationId}`)
      }),
  )
}

const COOLING_COMES_AFTER = 1_000_000
const key = ({ inCoolDown, joinNumber }: WaitingParty): number =>
  joinNumber + (inCoolDown ? COOLING_COMES_AFTER : 0)

/** Whoever gets a place without doing anything is told once; whoever asked sees it. */
function brokenNotification({ promotions, notified }: World): readonly string[] {
  const due = promotions.flatMap(({ outcome, askedBy }) =>
    outcome.confirmed.map(({ registrationId }) => registrationId).filter((id) => id !== askedBy),
  )
  return when(due.join() !== notified.join(), `told ${notified.join()} instead of ${due.join()}`)
}

/** Nobody who was erased is expected before the start: their seat is somebody else's. */
function ghosts({ registrations, now, activity }: World): readonly string[] {
  if (now >= activity.startsAt) return []
  return registrations.flatMap(({ id, members }) =>
    when(
      members.some(
        ({ identity, state }) => identity === null && (state === 'waiting' || state === 'confirmed'),
      ),
      `party ${id} expects somebody who was erased`,
    ),
  )
}

/** A child who joined with an adult is never expected without one. */
function childrenAlone({ registrations, joinedWithAdult }: World): readonly string[] {
  return registrations.flatMap(({ id, joinNumber, members }) => {
    const live = members.filter(({ state }) => state !== 'cancelled')
    const isExpected = live.some(({ state }) => state === 'waiting' || state === 'confirmed')
    const alone = isExpected && live.every(({ child }) => child)
    return when(alone && joinedWithAdult.has(joinNumber), `children of party ${id} were left alone`)
  })
}

type Step = readonly [from: Member['state'], to: Member['state']]

/** What may become of a member at all; `undo`, `move` and `withdraw` alone take an attendance back. */
const STEPS: readonly Step[] = [
  ['waiting', 'confirmed'],
  ['waiting', 'cancelled'],
  ['waiting', 'lapsed'],
  ['waiting', 'attended'],
  ['confirmed', 'cancelled'],
  ['confirmed', 'attended'],
  ['confirmed', 'no_show'],
  ['lapsed', 'attended'],
]
const STEPS_OF: Readonly<Record<string, readonly Step[]>> = {
  register: [
    ['cancelled', 'waiting'],
    ['cancelled', 'confirmed'],
  ],
  undo: [
    ['attended', 'confirmed'],
    ['attended', 'waiting'],
    ['attended', 'lapsed'],
    ['attended', 'no_show'],
    ['attended', 'cancelled'],
  ],
  move: [
    ['attended', 'confirmed'],
    ['attended', 'waiting'],
    ['attended', 'cancelled'],
  ],
  withdraw: [['attended', 'cancelled']],
}
/** From the start on nobody leaves the activity and nobody gets a place without being there. */
const BEFORE_START_ONLY: readonly Member['state'][] = ['cancelled', 'waiting']

/** Steps between two moments that no rule allows for this act. */
export function brokenSteps(before: readonly Registration[], world: World, act: string): readonly string[] {
  const allowed = [...STEPS, ...(STEPS_OF[act] ?? [])]
  const earlier = new Map(
    before.flatMap(({ members }) => members.map(({ id, state }) => [id, state] as const)),
  )
  const started = world.now >= world.activity.startsAt
  return world.registrations.flatMap(({ members }) =>
    members.flatMap(({ id, state }) => {
      const from = earlier.get(id)
      if (from === undefined || from === state) return []
      const isAllowed = allowed.some(([allowedFrom, to]) => allowedFrom === from && to === state)
      const isLate =
        started && (BEFORE_START_ONLY.includes(state) || (from === 'waiting' && state === 'confirmed'))
      return when(!isAllowed || isLate, `member ${id} went from ${from} to ${state}`)
    }),
  )
}
