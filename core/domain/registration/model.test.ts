import fc from 'fast-check'
import { instant } from '../../kernel/shanghai-time'
import {
  askNow,
  cancel,
  claim,
  closeRoll,
  drop,
  erase,
  letIn,
  move,
  passTime,
  register,
  release,
  setCapacity,
  undo,
  undoWalkIn,
  walkIn,
  withdraw,
} from './testing/acts'
import { brokenInvariants, brokenSteps } from './testing/invariants'
import { ACQUAINTANCES, RESIDENTS } from './testing/people'
import { World } from './testing/world'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Act {
  readonly name: string
  readonly detail: string
  readonly run: (world: World) => unknown
}

const step = (name: string, detail: unknown, run: (world: World) => unknown): Act => ({
  name,
  detail: JSON.stringify(detail),
  run,
})

const index = fc.nat({ max: 20 })
const resident = fc.constantFrom(...RESIDENTS)
const party = resident.chain((registrantId) =>
  fc
    .subarray(
      ACQUAINTANCES.filter(({ ownerId: keptBy }) => keptBy === registrantId).map(({ id }) => id),
      { minLength: 1 },
    )
    .map((records) => ({ registrantId, records })),
)

const onRegistration = (name: string, run: (world: World, id: number, member: number) => unknown) =>
  fc.tuple(index, index).map(([id, member]) => step(name, { id, member }, (world) => run(world, id, member)))

const registering = party.map(({ registrantId, records }) =>
  step('register', { registrantId, records }, (world) => register(world, registrantId, records)),
)
const cancelling = onRegistration('cancel', (world, id) => {
  const registration = world.pick(id)
  return registration && cancel(world, registration)
})
const dropping = onRegistration('drop', (world, id, member) => {
  const registration = world.pick(id)
  return registration && drop(world, registration, world.pickMember(registration, member))
})
const asking = onRegistration('现在要', (world, id) => {
  const registration = world.pick(id)
  return registration && askNow(world, registration)
})
const undoing = index.map((member) =>
  step('undo', { member }, (world) => {
    const came = world.registrations.flatMap(({ members }) =>
      members.filter(({ state }) => state === 'attended'),
    )
    const picked = came[member % Math.max(1, came.length)]
    return picked && undo(world, picked)
  }),
)
const releasing = onRegistration('release', (world, id) => {
  const registration = world.pick(id)
  return registration && release(world, registration.members)
})
const attending = fc
  .record({ id: index, ticked: fc.nat({ max: 31 }), uploaded: fc.boolean() })
  .map(({ id, ticked, uploaded }) =>
    step('attend', { id, ticked, uploaded }, (world) => {
      const members = world.pick(id)?.members ?? []
      return letIn(
        world,
        members.filter((_, bit) => (ticked >> bit) % 2 === 1),
        uploaded,
      )
    }),
  )
const sizing = fc
  .integer({ min: 1, max: 7 })
  .map((capacity) => step('capacity', capacity, (world) => setCapacity(world, capacity)))
const moving = fc
  .integer({ min: -30, max: 72 })
  .map((hours) =>
    step('move', hours, (world) => move(world, instant(world.activity.startsAt + hours * HOUR))),
  )
/** To an edge in hours from the start, or one millisecond before it. */
const goTo = (...edges: readonly number[]) =>
  fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-1, 0)).map(([hours, less]) =>
    step('clock to', { hours, less }, (world) => {
      const ahead = world.activity.startsAt + hours * HOUR + less - world.now
      return ahead > 0 && passTime(world, ahead)
    }),
  )
const stayingAway = fc.tuple(resident, fc.integer({ min: 0, max: 3 })).map(([who, times]) =>
  step('stayed away before', { who, times }, (world) =>
    world.turnOuts.set(
      who,
      Array.from({ length: times }, (_, back) => ({
        at: instant(world.activity.startsAt - (back + 1) * DAY),
        outcome: 'stayed_away' as const,
      })),
    ),
  ),
)
const claiming = fc
  .tuple(fc.constantFrom(...ACQUAINTANCES), resident)
  .map(([record, who]) =>
    step(
      '是我',
      { record: record.id, who },
      (world) => record.id !== record.ownerId && claim(world, record, who),
    ),
  )

const anyAct = fc.oneof(
  { weight: 12, arbitrary: registering },
  { weight: 4, arbitrary: cancelling },
  { weight: 4, arbitrary: dropping },
  { weight: 4, arbitrary: asking },
  { weight: 5, arbitrary: attending },
  { weight: 2, arbitrary: undoing },
  { weight: 2, arbitrary: releasing },
  { weight: 3, arbitrary: sizing },
  { weight: 1, arbitrary: moving },
  { weight: 2, arbitrary: stayingAway },
  { weight: 1, arbitrary: claiming },
  { weight: 1, arbitrary: resident.map((who) => step('erase', who, (world) => erase(world, who))) },
  { weight: 2, arbitrary: fc.constant(step('walk-in', null, walkIn)) },
  { weight: 1, arbitrary: fc.constant(step('undo walk-in', null, undoWalkIn)) },
  { weight: 1, arbitrary: fc.constant(step('close roll', null, closeRoll)) },
)
const acts = (maxLength: number) => fc.array(anyAct, { maxLength, size: 'max' })
const LATE = goTo(-2, -1.9, -1)
const AT_START = goTo(0, 0.1, 0.25)
const AFTERWARDS = goTo(2.5, 50.5)
const withdrawing = fc.constant(step('withdraw', null, withdraw))
const seldomWithdrawn = (clock: typeof LATE) =>
  fc.oneof({ weight: 9, arbitrary: clock }, { weight: 1, arbitrary: withdrawing })

/** Acts from the day before until the roll is closed; seldom withdrawn, for nothing much happens after that. */
const sequence = fc
  .tuple(acts(40), seldomWithdrawn(LATE), acts(15), seldomWithdrawn(AT_START), acts(10), AFTERWARDS, acts(5))
  .map((parts) => parts.flat())

describe('registration, over any sequence of acts', () => {
  it('keeps seats, order, parties and persons as the rules say, after every single act', () => {
    fc.assert(
      fc.property(sequence, (acts) => {
        const world = new World()
        for (const { name, detail, run } of acts) {
          const before = world.registrations
          run(world)
          const broken = [...brokenInvariants(world), ...brokenSteps(before, world, name)]
          if (broken.length > 0) throw new Error(`${name} ${detail}: ${broken.join('; ')}`)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
