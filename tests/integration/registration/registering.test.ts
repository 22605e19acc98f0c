import { randomUUID } from 'node:crypto'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
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
} from '../../support/activities/activities'

let api: TestApi
let someone: Person
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())
beforeEach(async () => {
  someone = await admit(api.db)
  await setNow(api, '2026-11-22T01:00:00Z')
})

const show = (who: Person, registrationId: string) =>
  done(api.call('registration.show', { registrationId }, { token: who.token }))

describe('registering', () => {
  it('gives a seat and a number of four digits while there are seats, then a place in the queue', async () => {
    const activityId = await makeActivity(api.db)
    const first = await register(api, activityId)
    expect(first).toMatchObject({
      place: 'confirmed',
      position: null,
      number: expect.stringMatching(/^\d{4}$/) as string,
    })
    await register(api, activityId)
    expect(await register(api, activityId)).toMatchObject({ place: 'waiting', position: 1 })
    expect(await register(api, activityId)).toMatchObject({ place: 'waiting', position: 2 })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('passes over a pair that does not fit and seats the single behind it', async () => {
    const activityId = await makeActivity(api.db, { capacity: 3 })
    const mother = await addFamily(api, someone)
    await register(api, activityId)
    await register(api, activityId)
    const pair = await register(api, activityId, { who: someone, family: [mother] })
    expect(pair).toMatchObject({ place: 'waiting', position: 1 })
    expect(await register(api, activityId)).toMatchObject({ place: 'confirmed' })
    expect(await show(someone, pair.registrationId)).toMatchObject({
      headline: 'waiting',
      persons: 2,
      members: [
        { isMe: true, state: 'waiting' },
        { name: '妈妈', state: 'waiting', mayHandOver: true },
      ],
      waitingPosition: { position: 1, size: 2, free: 0, passedOver: false, mayAskNow: false },
    })
  })

  it('promotes the queue when somebody cancels, and tells the promoted once', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const second = await register(api, activityId)
    expect(
      await done(act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })),
    ).toEqual({
      registrationId: first.registrationId,
      headline: 'cancelled',
    })
    expect(await show(second.who, second.registrationId)).toMatchObject({
      headline: 'confirmed',
      waitingPosition: null,
    })
    expect(await done(api.call('message.list', { before: null }, { token: second.who.token }))).toMatchObject(
      {
        unread: 1,
        messages: [{ kind: 'promoted', about: { title: '中国结手作', number: second.number } }],
      },
    )
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('lets one come back with the same number at the end of the queue', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const second = await register(api, activityId)
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    const again = await register(api, activityId, { who: first.who })
    expect(again).toMatchObject({ registrationId: first.registrationId, number: first.number, position: 1 })
    expect(await partiesOf(api.db, activityId)).toEqual([
      { number: second.number, joinNumber: 2, states: ['confirmed'] },
      { number: first.number, joinNumber: 3, states: ['waiting'] },
    ])
  })

  it('drops one person of a party, and lets the smaller party in', async () => {
    const activityId = await makeActivity(api.db, { capacity: 2 })
    const mother = await addFamily(api, someone)
    await register(api, activityId)
    const pair = await register(api, activityId, { who: someone, family: [mother] })
    const { members } = (await show(someone, pair.registrationId)) as {
      members: { memberId: string; name: string | null }[]
    }
    const memberId = members.find(({ name }) => name === '妈妈')?.memberId
    const { registrationId } = pair
    expect(
      await done(act(api, 'registration.dropMember', someone, { registrationId, memberId })),
    ).toMatchObject({
      headline: 'confirmed',
    })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    // Their own act: they see it, nobody tells them.
    expect(await done(api.call('message.list', { before: null }, { token: someone.token }))).toMatchObject({
      unread: 0,
    })
  })

  it('in the last two hours promotes nobody, and gives a free seat to whoever asks', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const [second, third] = [await register(api, activityId), await register(api, activityId)]
    await setNow(api, '2026-11-27T23:00:00Z')
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await show(second.who, second.registrationId)).toMatchObject({
      waitingPosition: { free: 1, mayAskNow: true },
    })
    expect(
      await done(act(api, 'registration.askNow', third.who, { registrationId: third.registrationId })),
    ).toMatchObject({
      headline: 'confirmed',
    })
    expect(
      await act(api, 'registration.askNow', second.who, { registrationId: second.registrationId }),
    ).toEqual({
      ok: false,
      refusal: 'no_room',
      detail: { free: 0, size: 1 },
    })
  })
})

describe('what is refused', () => {
  const registering = (activityId: string, more: object = {}) =>
    act(api, 'registration.register', someone, { activityId, party: [null], ...more })

  it('is said by the first reason of the list, with what the sentence needs', async () => {
    const later = await makeActivity(api.db, { opens_at: new Date('2026-11-23T01:00:00Z') })
    expect(await registering('nowhere')).toEqual({ ok: false, refusal: 'activity_not_found' })
    expect(await registering(await makeActivity(api.db, { status: 'draft' }))).toMatchObject({
      refusal: 'activity_not_found',
    })
    expect(await registering(await makeActivity(api.db, { status: 'withdrawn' }))).toMatchObject({
      refusal: 'activity_withdrawn',
    })
    expect(await registering(await makeActivity(api.db, { kind: 'open', capacity: null }))).toMatchObject({
      refusal: 'no_registration_needed',
    })
    expect(await registering(later)).toEqual({
      ok: false,
      refusal: 'registration_not_open',
      detail: { opensAt: '2026-11-23T01:00:00.000Z' },
    })
    expect(await registering(await makeActivity(api.db), { party: [null, null] })).toMatchObject({
      refusal: 'already_registered',
    })
    expect(await registering(await makeActivity(api.db), { party: [randomUUID()] })).toMatchObject({
      refusal: 'family_member_not_found',
    })
    expect(await registering(await makeActivity(api.db, { min_age: 60 }))).toMatchObject({
      refusal: 'audience_mismatch',
    })
    expect(await registering(await makeActivity(api.db), { telling: 'phone' })).toEqual({
      ok: false,
      refusal: 'phone_missing',
    })
    const [questions] = [
      JSON.stringify([{ id: 'shoe', text: '鞋码', required: true, kind: 'text', longest: 4 }]),
    ]
    const asked = await makeActivity(api.db, { questions })
    expect(await registering(asked)).toEqual({
      ok: false,
      refusal: 'answers_incomplete',
      detail: { questions: ['shoe'] },
    })
    expect(await registering(asked, { answers: [{ questionId: 'shoe', answer: '38' }] })).toMatchObject({
      ok: true,
    })
  })

  it('is the same person twice, whoever registers them', async () => {
    const activityId = await makeActivity(api.db, { capacity: 4 })
    await register(api, activityId, { who: someone })
    expect(await registering(activityId)).toEqual({
      ok: false,
      refusal: 'already_registered',
      detail: { persons: ['me'] },
    })
  })

  it("is a child without its guardian's consent, until there is one", async () => {
    const activityId = await makeActivity(api.db, { capacity: 4 })
    const familyMemberId = await addFamily(api, someone, 2018, '小宝')
    const party = [null, familyMemberId]
    expect(await registering(activityId, { party })).toMatchObject({ refusal: 'guardian_consent_missing' })
    await done(act(api, 'family.consent', someone, { familyMemberId, version: '2026-11', given: true }))
    expect(await registering(activityId, { party })).toMatchObject({ ok: true })
    const kept = await api.db
      .selectFrom('guardian_consent')
      .selectAll()
      .where('family_member_id', '=', familyMemberId)
      .execute()
    expect(kept).toMatchObject([
      { version: '2026-11', given: true, wording: expect.stringContaining('监护人') as string },
    ])
  })

  it('is a full waiting list, though a single who fits is let in past the pairs that wait', async () => {
    const activityId = await makeActivity(api.db, { capacity: 2, waitlist_limit: 1 })
    await register(api, activityId)
    const pairs = await Promise.all([admit(api.db), admit(api.db)])
    const [one, other] = await Promise.all(pairs.map((who) => addFamily(api, who)))
    await register(api, activityId, { who: pairs[0]!, family: [one!] })
    expect(await act(api, 'registration.register', pairs[1]!, { activityId, party: [null, other] })).toEqual({
      ok: false,
      refusal: 'waitlist_full',
      detail: { limit: 1 },
    })
    expect(await registering(activityId)).toMatchObject({ value: { place: 'confirmed' } })
  })

  it("is another's registration, known or not", async () => {
    const other = await register(api, await makeActivity(api.db))
    for (const registrationId of [other.registrationId, randomUUID()]) {
      expect(await act(api, 'registration.cancel', someone, { registrationId })).toEqual({
        ok: false,
        refusal: 'registration_not_found',
      })
    }
  })
})
