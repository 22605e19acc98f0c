import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../cloud/app/dispatch'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  partiesOf,
  register,
  seatsOf,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'

/** Each race runs over so many real connections. */
const CONNECTIONS = 16

let api: TestApi
let crowd: TestApi
beforeAll(async () => {
  api = await openHall()
  crowd = openCrowd(api, CONNECTIONS)
})
afterAll(async () => {
  await crowd.close()
  await api.close()
})
startEachOnSunday(() => api)

/** Three statements a person, a few persons at a time. */
async function people(count: number): Promise<Person[]> {
  const admitted: Person[] = []
  while (admitted.length < count) {
    const batch = Array.from({ length: Math.min(CONNECTIONS, count - admitted.length) }, () =>
      admit(crowd.db),
    )
    admitted.push(...(await Promise.all(batch)))
  }
  return admitted
}

const registering = (activityId: string, who: Person, more: object = {}): Promise<Reply> =>
  act(crowd, 'registration.register', who, { activityId, party: [null], ...more })

const accepted = (replies: readonly Reply[]): readonly Reply[] => replies.filter(({ ok }) => ok)
const refusals = (replies: readonly Reply[]): readonly unknown[] =>
  replies.flatMap((reply) => (reply.ok ? [] : ['refusal' in reply ? reply.refusal : reply.fault]))

/** Every party of one kind stands in one place, seats go in order of joining, and counter equals recount. */
async function expectFair(activityId: string, capacity: number): Promise<void> {
  const { counter, recount } = await seatsOf(api.db, activityId)
  expect(counter).toBe(recount)
  expect(counter).toBeLessThanOrEqual(capacity)
  const parties = await partiesOf(api.db, activityId)
  expect(new Set(parties.map(({ number }) => number)).size).toBe(parties.length)
  const singles = parties.filter(({ states }) => states.length === 1).map(({ states }) => states[0])
  const firstWaiting = singles.indexOf('waiting')
  if (firstWaiting !== -1) expect(singles.slice(firstWaiting)).not.toContain('confirmed')
}

it('100 people at once for 1 seat: one has it, the queue holds fifty, the rest are told that it is full', async () => {
  const activityId = await makeActivity(api.db, { capacity: 1 })
  const replies = await Promise.all((await people(100)).map((who) => registering(activityId, who)))
  expect(accepted(replies)).toHaveLength(51)
  expect(new Set(refusals(replies))).toEqual(new Set(['waitlist_full']))
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  await expectFair(activityId, 1)
})

it('120 people, each tapping twice with two phones, for 100 places: each is in once', async () => {
  const activityId = await makeActivity(api.db, { capacity: 100, waitlist_limit: 20 })
  const crowdOfPeople = await people(120)
  const replies = await Promise.all(
    crowdOfPeople.flatMap((who) => [registering(activityId, who), registering(activityId, who)]),
  )
  expect(accepted(replies)).toHaveLength(120)
  expect(new Set(refusals(replies))).toEqual(new Set(['already_registered']))
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 100, recount: 100 })
  await expectFair(activityId, 100)
})

it('parallel cancels promote each waiting party once and leave no seat idle', async () => {
  const activityId = await makeActivity(api.db, { capacity: 40, waitlist_limit: 100 })
  const registered = await Promise.all((await people(80)).map((who) => register(crowd, activityId, { who })))
  const seated = registered.filter(({ place }) => place === 'confirmed')
  await Promise.all(
    seated.map(({ who, registrationId }) => done(act(crowd, 'registration.cancel', who, { registrationId }))),
  )
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 40, recount: 40 })
  const notified = await api.db
    .selectFrom('message')
    .select('registration_id')
    .where('activity_id', '=', activityId)
    .execute()
  expect(notified.map((row) => row.registration_id).sort()).toEqual(
    registered
      .filter(({ place }) => place === 'waiting')
      .map(({ registrationId }) => registrationId)
      .sort(),
  )
})

it('registering against a lowered capacity: whichever is first, nothing is oversold', async () => {
  const admin = await admit(api.db, 'admin')
  for (const capacity of [4, 6, 8]) {
    const activityId = await makeActivity(api.db, { capacity: 10 })
    const [lowered] = await Promise.all([
      act(crowd, 'activity.setCapacity', admin, { activityId, capacity }),
      ...(await people(9)).map((who) => registering(activityId, who)),
    ])
    if (!lowered.ok) expect(lowered).toMatchObject({ refusal: 'capacity_below_in_use' })
    await expectFair(activityId, lowered.ok ? capacity : 10)
  }
})

it('现在要 against a newcomer in the last two hours: one of them has the seat', async () => {
  for (let round = 0; round < 5; round += 1) {
    await setNow(api, '2026-11-22T01:00:00Z')
    const activityId = await makeActivity(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const waiting = await register(api, activityId)
    await setNow(api, '2026-11-28T00:00:00Z')
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    const newcomer = await admit(api.db)
    const [asked, joined] = await Promise.all([
      act(crowd, 'registration.askNow', waiting.who, { registrationId: waiting.registrationId }),
      registering(activityId, newcomer),
    ])
    expect(joined).toMatchObject({ ok: true })
    const newcomerHasIt = (joined as { value: { place: string } }).value.place === 'confirmed'
    expect(asked.ok).toBe(!newcomerHasIt)
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  }
})

it('the same request sent twenty times at once is one registration', async () => {
  const activityId = await makeActivity(api.db, { capacity: 5 })
  const who = await admit(api.db)
  const requestId = randomUUID()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => registering(activityId, who, { requestId })),
  )
  for (const reply of replies) expect(reply).toEqual(replies[0])
  expect(replies[0]).toMatchObject({ ok: true, value: { place: 'confirmed' } })
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
})

it('one card tapped by ten at once belongs to one of them', async () => {
  const { daughter, card } = await forwardedCard()
  const claimants = await people(10)
  const replies = await Promise.all(claimants.map((who) => act(crowd, 'registration.claim', who, { card })))
  expect(accepted(replies)).toHaveLength(1)
  expect(new Set(refusals(replies))).toEqual(new Set(['card_taken']))
  expect(
    await api.db
      .selectFrom('family_link')
      .selectAll()
      .where('family_member_id', '=', daughter.mother)
      .execute(),
  ).toHaveLength(1)
})

it('the mother taps 是我 while she registers herself: she is in once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { activityId, card } = await forwardedCard()
    const mother = await admit(api.db)
    const replies = await Promise.all([
      act(crowd, 'registration.claim', mother, { card }),
      registering(activityId, mother),
    ])
    expect(accepted(replies)).toHaveLength(1)
    expect(refusals(replies)).toEqual(['already_registered'])
    const rows = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('activity_id', '=', activityId)
      .where('resident_id', '=', mother.residentId)
      .where('state', '<>', 'cancelled')
      .execute()
    expect(rows).toHaveLength(1)
  }
})

async function forwardedCard() {
  const activityId = await makeActivity(api.db, { capacity: 5 })
  const keeper = await admit(api.db)
  const mother = await addFamily(api, keeper)
  const { registrationId } = await register(api, activityId, { who: keeper, family: [mother] })
  const page = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
    api.call('registration.show', { registrationId }, { token: keeper.token }),
  )
  const memberId = page.members.find(({ mayHandOver }) => mayHandOver)?.memberId
  const { card } = await done<{ card: string }>(
    act(api, 'registration.makeCard', keeper, { registrationId, memberId }),
  )
  return { activityId, daughter: { ...keeper, mother }, registrationId, card }
}
