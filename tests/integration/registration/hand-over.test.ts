import { sql } from 'kysely'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  register,
  seatsOf,
  setNow,
} from '../../support/activities/activities'

let api: TestApi
let daughter: Person
let mother: Person
let record: string
let activityId: string
let registrationId: string
beforeEach(async () => {
  api = await openHall()
  ;[daughter, mother] = [await admit(api.db), await admit(api.db)]
  record = await addFamily(api, daughter)
  activityId = await makeActivity(api.db, { capacity: 5 })
  registrationId = (await register(api, activityId, { who: daughter, family: [record] })).registrationId
})
afterEach(() => api.close())

interface Page {
  readonly number: string
  readonly own: boolean
  readonly headline: string
  readonly members: readonly {
    memberId: string
    name: string | null
    isMe: boolean
    mayHandOver: boolean
    state: string
  }[]
}
const show = (who: Person) =>
  done<Page>(api.call('registration.show', { registrationId }, { token: who.token }))

async function makeCard(): Promise<string> {
  const memberId = (await show(daughter)).members.find(({ mayHandOver }) => mayHandOver)?.memberId
  return (
    await done<{ card: string }>(act(api, 'registration.makeCard', daughter, { registrationId, memberId }))
  ).card
}
const claim = (who: Person, card: string) => act(api, 'registration.claim', who, { card })

it('hands the mother her place: both see one registration, and either can cancel it', async () => {
  const card = await makeCard()
  const { number } = await show(daughter)
  expect(await done(claim(mother, card))).toEqual({ registrationId, number, headline: 'confirmed' })
  expect(await show(mother)).toMatchObject({
    number,
    own: false,
    members: [{}, { name: '妈妈', isMe: true, mayHandOver: false }],
  })
  const mine = await done<{ registrations: object[] }>(
    api.call('registration.mine', {}, { token: mother.token }),
  )
  expect(mine.registrations).toMatchObject([
    { registrationId, headline: 'confirmed', persons: 2, own: false },
  ])
  await done(act(api, 'registration.cancel', mother, { registrationId }))
  expect((await show(daughter)).headline).toBe('cancelled')
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 0, recount: 0 })
})

it('shows whoever opens the card the activity and nobody', async () => {
  const card = await makeCard()
  const shown = await api.call('registration.showCard', { card })
  expect(shown).toMatchObject({
    ok: true,
    value: { state: 'open', activity: { id: activityId, title: '中国结手作' } },
  })
  for (const hidden of [daughter.residentId, registrationId, record, '妈妈', (await show(daughter)).number]) {
    expect(JSON.stringify(shown)).not.toContain(hidden)
  }
})

it('belongs to the first who taps 是我, who may tap again; the sender and all others are refused', async () => {
  const card = await makeCard()
  expect(await claim(daughter, card)).toEqual({ ok: false, refusal: 'own_card' })
  await done(claim(mother, card))
  expect(await claim(mother, card)).toMatchObject({ ok: true })
  expect(await claim(await admit(api.db), card)).toEqual({ ok: false, refusal: 'card_taken' })
  expect(await claim(mother, 'A'.repeat(22))).toEqual({ ok: false, refusal: 'card_not_found' })
  expect(await api.call('registration.showCard', { card })).toMatchObject({ value: { state: 'taken' } })
})

it('refuses a mother who registered herself, and tells the daughter of the double', async () => {
  const card = await makeCard()
  await register(api, activityId, { who: mother })
  expect(await claim(mother, card)).toEqual({
    ok: false,
    refusal: 'already_registered',
    detail: { activities: [activityId] },
  })
  expect(await done(api.call('message.list', { before: null }, { token: daughter.token }))).toMatchObject({
    messages: [{ kind: 'double' }],
  })
})

it('makes one person of the mother and her record, in this activity and the next', async () => {
  await done(claim(mother, await makeCard()))
  expect(await act(api, 'registration.register', mother, { activityId, party: [null] })).toMatchObject({
    refusal: 'already_registered',
  })
  const next = await makeActivity(api.db, { capacity: 5 })
  await register(api, next, { who: mother })
  expect(
    await act(api, 'registration.register', daughter, { activityId: next, party: [null, record] }),
  ).toEqual({
    ok: false,
    refusal: 'already_registered',
    detail: { persons: [record] },
  })
})

it('is void once the place was cancelled, or the door has closed', async () => {
  const card = await makeCard()
  await setNow(api, '2026-11-28T03:29:59.999Z')
  expect(await api.call('registration.showCard', { card })).toMatchObject({ value: { state: 'open' } })
  await setNow(api, '2026-11-28T03:30:00Z')
  expect(await claim(mother, card)).toEqual({ ok: false, refusal: 'card_void' })
  await setNow(api, '2026-11-22T01:00:00Z')
  await done(act(api, 'registration.cancel', daughter, { registrationId }))
  expect(await claim(mother, card)).toEqual({ ok: false, refusal: 'card_void' })
})

it('keeps neither the token of a card nor a phone number in clear', async () => {
  const card = await makeCard()
  await register(api, activityId, { telling: 'phone', phone: '13812345678' })
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(card)::text as row from hand_over_card as card
    union all select to_jsonb(registration)::text from registration`.execute(api.db)
  for (const { row } of rows) {
    expect(row).not.toContain(card)
    expect(row).not.toContain('13812345678')
  }
})

it('lets a record go only when it holds no place any more', async () => {
  const remove = () => act(api, 'family.remove', daughter, { familyMemberId: record })
  expect(await remove()).toEqual({
    ok: false,
    refusal: 'family_member_registered',
    detail: { activities: [activityId] },
  })
  await done(act(api, 'registration.cancel', daughter, { registrationId }))
  expect(await remove()).toMatchObject({ ok: true })
  expect(await done(api.call('family.list', {}, { token: daughter.token }))).toMatchObject({ members: [] })
  expect(await act(api, 'family.remove', mother, { familyMemberId: record })).toMatchObject({
    refusal: 'family_member_not_found',
  })
})

describe('erasing', () => {
  const eraseNow = async (who: Person): Promise<void> => {
    await done(act(api, 'me.requestErasure', who, {}))
    await setNow(api, '2026-11-29T01:00:00Z')
  }

  it('cancels the places of a daughter and her records, lets the queue in, and tells the promoted', async () => {
    const later = await makeActivity(api.db, {
      capacity: 2,
      starts_at: new Date('2026-12-05T01:00:00Z'),
      ends_at: new Date('2026-12-05T03:00:00Z'),
    })
    await register(api, later, { who: daughter, family: [record] })
    const waiting = await register(api, later)
    await eraseNow(daughter)
    const { runJobs } = await import('../../../cloud/jobs/run')
    for (const { name, error } of await runJobs(api.served))
      expect({ name, error }).toEqual({ name, error: undefined })
    expect(await seatsOf(api.db, later)).toEqual({ counter: 1, recount: 1 })
    expect(
      await done(api.call('message.list', { before: null }, { token: waiting.who.token })),
    ).toMatchObject({
      messages: [{ kind: 'promoted' }],
    })
    const left = await api.db
      .selectFrom('party_member')
      .select(['resident_id', 'family_member_id', 'state'])
      .where('activity_id', '=', later)
      .execute()
    expect(left.filter(({ state }) => state === 'cancelled')).toEqual([
      { resident_id: null, family_member_id: null, state: 'cancelled' },
      { resident_id: null, family_member_id: null, state: 'cancelled' },
    ])
  })
})
