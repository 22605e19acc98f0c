import fc from 'fast-check'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act, addFamily, done, openHall, register, setNow } from '../../support/activities/activities'
import { entriesOf, makeClass, opened, posterOf } from '../../support/activities/codes'
import { brokenInvariants } from '../../support/activities/invariants'

/** Days at the door, each some twenty acts of residents and staff in any order. */
const DAYS = 12

const who = fc.nat({ max: 3 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('scan' as const), who, all: fc.boolean(), walkIn: fc.boolean() }),
  fc.record({ kind: fc.constant('upload' as const), who, all: fc.boolean(), walkIn: fc.boolean() }),
  fc.record({ kind: fc.constant('admit' as const), who, all: fc.boolean(), offline: fc.boolean() }),
  fc.record({ kind: fc.constant('head' as const), offline: fc.boolean() }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('gift' as const), which: fc.nat({ max: 9 }), offline: fc.boolean() }),
  fc.record({ kind: fc.constant('cancel' as const), who }),
  fc.record({ kind: fc.constant('ask-now' as const), who }),
  fc.record({ kind: fc.constant('claim' as const), party: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('release' as const) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 25 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let api: TestApi
let staff: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
  poster = `p/${await posterOf(api, await admit(api.db, 'admin'))}`
})
afterAll(() => api.close())

interface Day {
  readonly activityId: string
  readonly people: readonly { readonly person: Person; readonly registrationId: string | null }[]
  now: number
}

/** Three parties of two for five seats, and somebody who never registered. */
async function startDay(): Promise<Day> {
  await setNow(api, '2026-11-22T01:00:00Z')
  const activityId = await makeClass(api.db, { capacity: 5 })
  const people: { person: Person; registrationId: string | null }[] = []
  for (let party = 0; party < 3; party += 1) {
    const person = await admit(api.db)
    const family = [await addFamily(api, person)]
    people.push({
      person,
      registrationId: (await register(api, activityId, { who: person, family })).registrationId,
    })
  }
  people.push({ person: await admit(api.db), registrationId: null })
  const now = Date.parse('2026-11-28T00:10:00Z')
  await setNow(api, new Date(now).toISOString())
  return { activityId, people, now }
}

async function take(day: Day, next: Step): Promise<unknown> {
  const { activityId } = day
  const times = { happenedAt: 0, sentAt: 60_000 }
  const staffAct = (endpoint: Parameters<typeof act>[1], input: object, offline = false) =>
    act(api, endpoint, staff, { activityId, ...input, ...(offline ? { times } : {}) })
  switch (next.kind) {
    case 'wait':
      day.now += next.minutes * 60_000
      return setNow(api, new Date(day.now).toISOString())
    case 'head':
      return staffAct('door.addHead', {}, next.offline)
    case 'release':
      return staffAct('door.release', {})
    case 'undo':
    case 'gift': {
      const entries = await entriesOf(api.db, activityId)
      const entryId = entries[next.which % Math.max(1, entries.length)]?.id
      if (entryId === undefined) return null
      return next.kind === 'undo'
        ? staffAct('door.undo', { entryId, reason: '点错了' })
        : staffAct('door.giveGift', { entryId }, next.offline)
    }
    case 'claim':
      return claim(day, next.party)
    default:
      return takeAs(day, next, staffAct)
  }
}

type Personal = Extract<Step, { who: number }>

async function takeAs(
  { activityId, people }: Day,
  next: Personal,
  staffAct: (endpoint: 'door.admit', input: object, offline?: boolean) => Promise<unknown>,
): Promise<unknown> {
  const chosen = people[next.who]
  if (chosen === undefined) throw new Error('four people are there')
  const { person, registrationId } = chosen
  if (next.kind === 'cancel' || next.kind === 'ask-now') {
    if (registrationId === null) return null
    const endpoint = next.kind === 'cancel' ? 'registration.cancel' : 'registration.askNow'
    return act(api, endpoint, person, { registrationId })
  }
  const members = next.all ? await membersOf(registrationId) : null
  if (next.kind === 'admit') {
    return registrationId === null ? null : staffAct('door.admit', { registrationId, members }, next.offline)
  }
  const input = { members, walkIns: next.walkIn ? [activityId] : [] }
  if (next.kind === 'upload') {
    return act(api, 'checkIn.upload', person, {
      code: poster,
      times: { happenedAt: 0, sentAt: 0 },
      ...input,
    })
  }
  const { receipt } = await opened(api, poster, person)
  return act(api, 'checkIn.confirm', person, { receipt, ...input })
}

/** 是我: whoever never registered takes over the family record of a party. */
async function claim({ people }: Day, party: number): Promise<unknown> {
  const [sender, claimant] = [people[party], people[3]]
  const registrationId = sender?.registrationId ?? null
  if (sender === undefined || claimant === undefined || registrationId === null) return null
  const { members } = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
    api.call('registration.show', { registrationId }, { token: sender.person.token }),
  )
  const memberId = members.find(({ mayHandOver }) => mayHandOver)?.memberId
  if (memberId === undefined) return null
  const made = await act(api, 'registration.makeCard', sender.person, { registrationId, memberId })
  if (!made.ok) return null
  return act(api, 'registration.claim', claimant.person, made.value as { card: string })
}

async function membersOf(registrationId: string | null): Promise<string[]> {
  if (registrationId === null) return []
  const rows = await api.db
    .selectFrom('party_member')
    .select('id')
    .where('registration_id', '=', registrationId)
    .execute()
  return rows.map(({ id }) => id)
}

async function expectWhole({ activityId }: Day): Promise<void> {
  expect(await brokenInvariants(api.db, activityId)).toEqual([])
}

it('whatever residents and staff do at the door, seats, heads, gifts and history agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      api.handled.length = 0
      const day = await startDay()
      for (const next of steps) {
        await take(day, next)
        await expectWhole(day)
      }
      expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
    }),
    { numRuns: DAYS },
  )
})
