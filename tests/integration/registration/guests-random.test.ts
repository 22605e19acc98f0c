import fc from 'fast-check'
import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
} from '../../support/activities/activities'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { brokenInvariants } from '../../support/activities/invariants'
import { tracesOf } from '../../support/api/rows/traces'

/** Weeks at a counter, each some twenty acts of residents and staff in any order. */
const WEEKS = 14
const CAPACITY = 5

const which = fc.nat({ max: 7 })
const size = fc.integer({ min: 1, max: 3 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('guest' as const), size, phone: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resident' as const), family: fc.boolean() }) },
  fc.record({ kind: fc.constant('again' as const), which, size }),
  fc.record({ kind: fc.constant('enlarge' as const), which, size }),
  fc.record({ kind: fc.constant('drop' as const), which, member: fc.nat({ max: 2 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('take-over' as const), which, asRelative: fc.boolean() }),
  },
  fc.record({ kind: fc.constant('erase' as const), which }),
  fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 3, max: 8 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let api: TestApi
let clerk: Person
beforeAll(async () => {
  api = await openHall()
  clerk = await admit(api.db, 'editor')
})
afterAll(() => api.close())

interface Week {
  readonly activityId: string
  readonly registrations: { readonly id: string; readonly person: Person | null }[]
  readonly people: Person[]
  guests: number
}

const ADULT = { birthYear: null, guardianConsent: false }

async function startWeek(): Promise<Week> {
  await setNow(api, '2026-11-22T01:00:00Z')
  const activityId = await makeActivity(api.db, {
    office_id: OWN_OFFICE,
    capacity: CAPACITY,
    waitlist_limit: 4,
    starts_at: new Date('2026-12-12T01:00:00Z'),
    ends_at: new Date('2026-12-12T03:00:00Z'),
  })
  return { activityId, registrations: [], people: [], guests: 0 }
}

const nth = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)]

async function take(week: Week, next: Step): Promise<void> {
  const { activityId, registrations } = week
  const staffAct = (endpoint: Parameters<typeof act>[1], input: object) =>
    act(api, endpoint, clerk, { activityId, ...input })
  const input = (party: number) => ({
    called: `访客${(week.guests += 1)}`,
    party: Array(party).fill(ADULT),
    compoundId: null,
    answers: [],
    helpWanted: '扶一把',
    phone: null,
    consent: 'written',
  })
  switch (next.kind) {
    case 'guest': {
      const phone = next.phone ? `139${String(week.guests).padStart(8, '0')}` : null
      const reply = await staffAct('counter.register', { ...input(next.size), phone })
      if (reply.ok) registrations.push({ id: idIn(reply.value), person: null })
      return
    }
    case 'resident': {
      const person = await admit(api.db)
      week.people.push(person)
      const family = next.family ? [await addFamily(api, person)] : []
      const reply = await act(api, 'registration.register', person, {
        activityId,
        party: [null, ...family],
      })
      if (reply.ok) registrations.push({ id: idIn(reply.value), person })
      return
    }
    case 'capacity':
      await staffAct('activity.setCapacity', { capacity: next.to })
      return
    case 'erase': {
      const person = nth(week.people, next.which)
      if (person === undefined) return
      await api.db
        .updateTable('resident')
        .set({ erase_after: new Date('2026-11-22T00:00:00Z') })
        .where('id', '=', person.residentId)
        .execute()
      await runJobs(api.served)
      week.people.splice(week.people.indexOf(person), 1)
      return
    }
    default:
      return change(week, next, staffAct, input)
  }
}

async function change(
  week: Week,
  next: Extract<Step, { which: number }>,
  staffAct: (endpoint: Parameters<typeof act>[1], input: object) => ReturnType<typeof act>,
  input: (party: number) => object,
): Promise<void> {
  const registrationId = nth(week.registrations, next.which)?.id
  if (registrationId === undefined) return
  switch (next.kind) {
    case 'again':
      await staffAct('counter.register', { ...input(next.size), sameAs: registrationId })
      return
    case 'enlarge':
      await staffAct('counter.enlarge', {
        registrationId,
        joining: Array(next.size).fill(ADULT),
        consent: 'oral',
      })
      return
    case 'drop': {
      const members = await membersOf(registrationId)
      await staffAct('counter.drop', { registrationId, members: [nth(members, next.member)] })
      return
    }
    case 'cancel':
      await staffAct('counter.cancel', { registrationId })
      return
    case 'take-over': {
      const made = await staffAct('counter.makeCard', { registrationId })
      if (!made.ok) return
      const taker = nth(week.people, next.which)
      if (taker === undefined) return
      const familyMemberId = next.asRelative ? await addFamily(api, taker) : null
      await act(api, 'registration.claim', taker, { ...(made.value as { card: string }), familyMemberId })
      return
    }
    case 'erase':
      return
  }
}

const idIn = (value: unknown): string => (value as { registrationId: string }).registrationId

async function membersOf(registrationId: string): Promise<string[]> {
  const rows = await api.db
    .selectFrom('party_member')
    .select('id')
    .where('registration_id', '=', registrationId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What must hold after every act, told by the rows alone. */
async function expectWhole({ activityId, registrations }: Week): Promise<void> {
  expect(await brokenInvariants(api.db, activityId)).toEqual([])
  const { rows } = await sql<{ waiting: number }>`
    select waiting::integer from (
      select count(*) as waiting from party_member where activity_id = ${activityId} and state = 'waiting'
      group by registration_id
    ) as party, activity where activity.id = ${activityId} and waiting <= capacity - seats_in_use
  `.execute(api.db)
  // Nobody is passed over who fits.
  expect(rows).toEqual([])
  const { rows: there } = await sql<{ id: string }>`
    select id from registration where activity_id = ${activityId}`.execute(api.db)
  expect(registrations.filter(({ id }) => !there.some((row) => row.id === id))).toEqual([])
}

it('whatever residents and a counter do, nothing is oversold, nobody is lost or twice, and guests leave nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      api.handled.length = 0
      const week = await startWeek()
      for (const next of steps) {
        await take(week, next)
        await expectWhole(week)
      }
      await setNow(api, '2027-01-12T03:00:00Z')
      await runJobs(api.served)
      expect(await tracesOf(api.db, ['访客', '扶一把'])).toEqual([])
      expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
    }),
    { numRuns: WEEKS },
  )
})

it('two at one counter register the same guest at once: one is asked', async () => {
  await setNow(api, '2026-11-22T01:00:00Z')
  const activityId = await makeActivity(api.db, { office_id: OWN_OFFICE, capacity: 9 })
  await register(api, activityId)
  const once = () =>
    act(api, 'counter.register', clerk, {
      activityId,
      called: '王阿姨',
      party: [ADULT],
      compoundId: null,
      answers: [],
      helpWanted: null,
      phone: '13900000009',
      consent: 'oral',
    })
  const replies = await Promise.all([once(), once(), once()])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter((reply) => 'refusal' in reply && reply.refusal === 'guest_known')).toHaveLength(2)
  await done(act(api, 'activity.setCapacity', clerk, { activityId, capacity: 8 }))
})
