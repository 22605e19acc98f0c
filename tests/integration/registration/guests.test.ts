import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import type {
  CounterParty,
  CounterRegistered,
  OpenedParty,
} from '../../../core/contract/registration/counter'
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
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { tracesOf } from '../../support/api/rows/traces'

let api: TestApi
let clerk: Person
beforeAll(async () => {
  api = await openHall()
})
beforeEach(async () => {
  clerk = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const makeOwn = (given: Parameters<typeof makeActivity>[1] = {}) =>
  makeActivity(api.db, { office_id: OWN_OFFICE, ...given })

const ADULT = { birthYear: null, guardianConsent: false }
const guestWith = (activityId: string, given: Record<string, unknown> = {}) => ({
  activityId,
  called: '王阿姨',
  party: [ADULT],
  compoundId: null,
  answers: [],
  helpWanted: null,
  phone: null,
  consent: 'oral',
  ...given,
})
const tryToRegister = (activityId: string, given: Record<string, unknown> = {}) =>
  act(api, 'counter.register', clerk, guestWith(activityId, given))
const registerGuest = (activityId: string, given: Record<string, unknown> = {}) =>
  done<CounterRegistered>(tryToRegister(activityId, given))
const open = (activityId: string, registrationId: string) =>
  done<OpenedParty>(api.call('counter.open', { activityId, registrationId }, { token: clerk.token }))
const find = (asked: string, who = clerk) =>
  api.call('counter.find', { asked, channel: 'call' }, { token: who.token })
const found = async (asked: string) => (await done<{ found: CounterParty[] }>(find(asked))).found

describe('代报名', () => {
  it('puts a guest into the same queue as anybody, with a number, help and consent', async () => {
    const activityId = await makeOwn({ capacity: 2 })
    const first = await registerGuest(activityId, {
      party: [ADULT, ADULT],
      phone: '139 0000 0001',
      helpWanted: '要搀一下',
    })
    expect(first).toMatchObject({ place: 'confirmed', position: null })
    expect(first.number).toMatch(/^\d{4}$/)
    const resident = await register(api, activityId)
    expect(resident).toMatchObject({ place: 'waiting', position: 1 })
    expect(await registerGuest(activityId, { called: '李叔叔' })).toMatchObject({
      place: 'waiting',
      position: 2,
    })
    expect(await open(activityId, first.registrationId)).toMatchObject({
      called: '王阿姨',
      phone: '13900000001',
      helpWanted: '要搀一下',
      persons: 2,
      byStaff: true,
      consent: { how: 'oral', by: '王芳' },
      members: [{ name: '王阿姨' }, { name: null }],
    })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('refuses as it refuses anybody', async () => {
    const full = await makeOwn({ capacity: 1, waitlist_limit: 0 })
    await registerGuest(full)
    expect(await tryToRegister(full, { called: '李叔叔' })).toMatchObject({ refusal: 'waitlist_full' })
    const elders = await makeOwn({ min_age: 60 })
    expect(await tryToRegister(elders)).toMatchObject({ refusal: 'audience_mismatch' })
    const elder = { birthYear: 1950, guardianConsent: false }
    expect(await registerGuest(elders, { party: [elder] })).toMatchObject({ place: 'confirmed' })
    const child = { birthYear: 2021, guardianConsent: false }
    const family = await makeOwn({ capacity: 5 })
    expect(await tryToRegister(family, { party: [ADULT, child] })).toMatchObject({
      refusal: 'guardian_consent_missing',
    })
    const agreed = { ...child, guardianConsent: true }
    expect(await registerGuest(family, { party: [ADULT, agreed] })).toMatchObject({ place: 'confirmed' })
    expect(await tryToRegister(family, { called: '赵', party: Array(6).fill(ADULT) })).toMatchObject({
      refusal: 'party_too_large',
    })
    const elsewhere = await makeOwn({ office_id: OTHER_OFFICE })
    expect(await tryToRegister(elsewhere)).toMatchObject({ refusal: 'not_own_office' })
    const begun = await makeOwn()
    await setNow(api, '2026-11-28T01:00:00Z')
    expect(await tryToRegister(begun)).toMatchObject({ refusal: 'already_started' })
  })

  it('asks whether somebody is the same guest, and takes the word for it', async () => {
    const activityId = await makeOwn({ capacity: 9 })
    const { registrationId, number } = await registerGuest(activityId, { phone: '13900000001' })
    const asked = await tryToRegister(activityId, { called: '李叔叔', phone: '13900000001' })
    expect(asked).toMatchObject({
      refusal: 'guest_known',
      detail: { known: [{ registrationId, number, persons: 1, headline: 'confirmed', byStaff: true }] },
    })
    expect(await tryToRegister(activityId)).toMatchObject({ refusal: 'guest_known' })
    expect(await tryToRegister(activityId, { sameAs: registrationId })).toMatchObject({
      refusal: 'already_registered',
    })
    const other = await registerGuest(activityId, { another: true })
    expect(other.number).not.toBe(number)
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('registers nobody a second time who dropped out of a party that still stands', async () => {
    const activityId = await makeOwn({ capacity: 5 })
    const { registrationId } = await registerGuest(activityId, { party: [ADULT, ADULT] })
    const { members } = await open(activityId, registrationId)
    const first = members[0]?.memberId
    await done(act(api, 'counter.drop', clerk, { activityId, registrationId, members: [first] }))
    expect(await tryToRegister(activityId, { sameAs: registrationId })).toMatchObject({
      refusal: 'already_registered',
    })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('joins again with the same number after cancelling', async () => {
    const activityId = await makeOwn({ capacity: 5 })
    const { registrationId, number } = await registerGuest(activityId, { party: [ADULT, ADULT] })
    await done(act(api, 'counter.cancel', clerk, { activityId, registrationId }))
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 0, recount: 0 })
    const again = await registerGuest(activityId, { sameAs: registrationId, party: [ADULT, ADULT, ADULT] })
    expect(again).toMatchObject({ registrationId, number, place: 'confirmed' })
    expect((await open(activityId, registrationId)).persons).toBe(3)
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 3, recount: 3 })
  })

  it('is written down with the post that did it', async () => {
    const activityId = await makeOwn()
    await registerGuest(activityId)
    const { rows } = await sql`
      select endpoint, record_id from staff_act where record_id = ${activityId}`.execute(api.db)
    expect(rows).toEqual([{ endpoint: 'counter.register', record_id: activityId }])
  })
})

describe('改人数', () => {
  it('fewer: the seat goes to the queue; all of them is cancelled', async () => {
    const activityId = await makeOwn({ capacity: 2 })
    const { registrationId } = await registerGuest(activityId, { party: [ADULT, ADULT] })
    const { registrationId: next, who } = await register(api, activityId)
    const { members } = await open(activityId, registrationId)
    const second = members[1]?.memberId
    await done(act(api, 'counter.drop', clerk, { activityId, registrationId, members: [second] }))
    expect(
      await done(api.call('registration.show', { registrationId: next }, { token: who.token })),
    ).toMatchObject({ headline: 'confirmed' })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('more: who is new joins the end of the queue, and a party that waits goes there with them', async () => {
    const activityId = await makeOwn({ capacity: 3 })
    const { registrationId, number } = await registerGuest(activityId, { party: [ADULT] })
    const more = (id: string, joining: object[] = [ADULT]) =>
      act(api, 'counter.enlarge', clerk, { activityId, registrationId: id, joining, consent: 'oral' })
    expect(await done(more(registrationId))).toEqual({
      registrationId,
      number,
      headline: 'confirmed',
      persons: 2,
    })
    const waiting = await registerGuest(activityId, { called: '李叔叔', party: [ADULT, ADULT] })
    await registerGuest(activityId, { called: '赵阿姨', party: [ADULT, ADULT] })
    expect(waiting).toMatchObject({ place: 'waiting', position: 1 })
    expect(await done(more(waiting.registrationId))).toMatchObject({ headline: 'waiting', persons: 3 })
    const { position } = await open(activityId, waiting.registrationId)
    expect(position).toBe(2)
    expect(await more(registrationId, Array(4).fill(ADULT))).toMatchObject({ refusal: 'party_too_large' })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })
})

describe('without a telephone', () => {
  it('stands first among those whom staff has to tell, and never in an inbox', async () => {
    const activityId = await makeOwn({ capacity: 9 })
    await registerGuest(activityId, { called: '李叔叔', phone: '13900000002' })
    await register(api, activityId)
    const { registrationId } = await registerGuest(activityId)
    const editor = await admit(api.db, 'editor')
    expect(
      await done(
        act(api, 'activity.change', editor, { activityId, kind: 'indoors', place: '二楼', startsAt: null }),
      ),
    ).toMatchObject({ unreached: 3 })
    const list = () =>
      done<{ unreached: { messageId: number }[] }>(
        api.call('activity.unreached', { activityId }, { token: clerk.token }),
      )
    expect(await list()).toMatchObject({
      unreached: [
        { name: '王阿姨', phone: null, telling: 'none', byStaff: true },
        expect.anything(),
        expect.anything(),
      ],
    })
    expect((await list()).unreached).toContainEqual(
      expect.objectContaining({ name: '李叔叔', phone: '13900000002', telling: 'phone' }),
    )
    for (const { messageId } of (await list()).unreached)
      await done(
        act(api, 'activity.recordCall', clerk, { activityId, messageId, outcome: 'note-up', againAt: null }),
      )
    expect(await list()).toMatchObject({ left: 0 })
    const granddaughter = await admit(api.db)
    const { card } = await done<{ card: string }>(
      act(api, 'counter.makeCard', clerk, { activityId, registrationId }),
    )
    await done(act(api, 'registration.claim', granddaughter, { card }))
    expect(
      await done(api.call('message.list', { before: null }, { token: granddaughter.token })),
    ).toMatchObject({ messages: [{ kind: 'changed' }] })
  })
})

describe('taking a guest over', () => {
  const cardOf = async (activityId: string, registrationId: string) =>
    (await done<{ card: string }>(act(api, 'counter.makeCard', clerk, { activityId, registrationId }))).card

  it('a daughter takes her mother over once: the place stays, the registration is hers to change', async () => {
    const activityId = await makeOwn({ capacity: 5 })
    const { registrationId, number } = await registerGuest(activityId, { party: [ADULT, ADULT] })
    const card = await cardOf(activityId, registrationId)
    expect(await done(api.call('registration.showCard', { card }))).toMatchObject({
      state: 'open',
      byStaff: true,
      guest: { called: '王**', persons: 2 },
    })
    const daughter = await admit(api.db)
    const mother = await addFamily(api, daughter)
    const claim = (who: Person, familyMemberId: string | null) =>
      act(api, 'registration.claim', who, { card, familyMemberId })
    expect(await done(claim(daughter, mother))).toEqual({ registrationId, number, headline: 'confirmed' })
    expect(await claim(await admit(api.db), null)).toMatchObject({ refusal: 'card_taken' })
    expect(await done(api.call('registration.showCard', { card }))).toMatchObject({
      state: 'taken',
      guest: null,
    })
    expect(
      await done(api.call('registration.show', { registrationId }, { token: daughter.token })),
    ).toMatchObject({ own: true, members: [{ name: null }, { name: '妈妈' }] })
    expect(await act(api, 'registration.register', daughter, { activityId, party: [mother] })).toMatchObject({
      refusal: 'already_registered',
    })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    await done(act(api, 'registration.cancel', daughter, { registrationId }))
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 0, recount: 0 })
  })

  it('is refused to whoever is in already, with a record of somebody else, and once cancelled', async () => {
    const activityId = await makeOwn({ capacity: 5 })
    const { registrationId } = await registerGuest(activityId)
    const card = await cardOf(activityId, registrationId)
    const { who } = await register(api, activityId)
    const stranger = await admit(api.db)
    const record = await addFamily(api, stranger)
    expect(await act(api, 'registration.claim', who, { card })).toMatchObject({
      refusal: 'already_registered',
    })
    expect(await act(api, 'registration.claim', who, { card, familyMemberId: record })).toMatchObject({
      refusal: 'family_member_not_found',
    })
    await done(act(api, 'counter.cancel', clerk, { activityId, registrationId }))
    expect(await act(api, 'registration.claim', stranger, { card })).toMatchObject({ refusal: 'card_void' })
  })

  it('erasing whoever took over frees the places of the whole party', async () => {
    const activityId = await makeOwn({
      capacity: 5,
      starts_at: new Date('2026-12-12T01:00:00Z'),
      ends_at: new Date('2026-12-12T03:00:00Z'),
    })
    const { registrationId } = await registerGuest(activityId, { party: [ADULT, ADULT] })
    const daughter = await admit(api.db)
    const card = await cardOf(activityId, registrationId)
    await done(act(api, 'registration.claim', daughter, { card }))
    await done(act(api, 'me.requestErasure', daughter, {}))
    await setNow(api, '2026-11-30T01:00:00Z')
    await runJobs(api.served)
    expect(await partiesOf(api.db, activityId)).toMatchObject([{ states: ['cancelled', 'cancelled'] }])
    expect(
      await api.db.selectFrom('guest').selectAll().where('registration_id', '=', registrationId).execute(),
    ).toEqual([])
  })
})

describe('查一个人', () => {
  it('finds by surname, number and the end of a telephone, masked, within the own scope', async () => {
    const activityId = await makeOwn({ capacity: 9, title: '端午包粽' })
    const { registrationId, number } = await registerGuest(activityId, {
      called: '欧阳淑珍',
      phone: '021-6257 4711',
      helpWanted: '轮椅',
    })
    const elsewhere = await makeOwn({ office_id: OTHER_OFFICE })
    const stranger = await admit(api.db, 'office', OTHER_OFFICE)
    await done(act(api, 'counter.register', stranger, guestWith(elsewhere, { called: '欧阳四' })))
    const masked = {
      registrationId,
      activityId,
      title: '端午包粽',
      number,
      called: '欧**',
      headline: 'confirmed',
      hasPhone: true,
      wantsHelp: true,
    }
    expect(await found('欧阳')).toMatchObject([masked])
    expect(await found('4711')).toMatchObject([masked])
    expect(await found(number)).toMatchObject([masked])
    expect(await found('6257 4711')).toMatchObject([masked])
    expect(await found('12')).toEqual([])
    expect(JSON.stringify(await found('欧'))).not.toMatch(/淑珍|62574711/)
    expect(await find('欧', stranger)).toMatchObject({ value: { found: [{ activityId: elsewhere }] } })
  })

  it('is written down with how they asked, and holds off after thirty in an hour', async () => {
    for (let asked = 0; asked < 30; asked += 1) await done(find('0000'))
    expect(await find('0000')).toMatchObject({
      refusal: 'looked_up_too_often',
      detail: { until: '2026-11-22T02:00:00.000Z' },
    })
    const { rows } = await sql<{ changed: unknown }>`
      select changed from staff_act join post on post.id = post_id
      where endpoint = 'counter.find' and resident_id = ${clerk.residentId}`.execute(api.db)
    expect(rows).toHaveLength(30)
    expect(rows[0]?.changed).toEqual({ channel: 'call', by: 'digits' })
    await setNow(api, '2026-11-22T02:00:00Z')
    expect(await find('0000')).toMatchObject({ ok: true })
  })

  it('changes the telephone of a guest and of somebody with an account', async () => {
    const activityId = await makeOwn({ capacity: 9 })
    const { registrationId } = await registerGuest(activityId)
    const setPhone = (id: string, phone: string | null) =>
      act(api, 'counter.setPhone', clerk, { activityId, registrationId: id, phone })
    expect(await done(setPhone(registrationId, '13900000003'))).toEqual({ telling: 'phone' })
    expect(await found('0003')).toMatchObject([{ registrationId }])
    expect(await done(setPhone(registrationId, null))).toEqual({ telling: 'none' })
    const resident = await register(api, activityId)
    expect(await done(setPhone(resident.registrationId, null))).toEqual({ telling: 'wechat' })
  })
})

describe('thirty days after the activity', () => {
  it('nothing personal is left of a guest, to the millisecond, and the count stays', async () => {
    const activityId = await makeOwn({
      capacity: 5,
      starts_at: new Date('2026-11-29T01:00:00Z'),
      ends_at: new Date('2026-11-29T03:00:00Z'),
    })
    const { registrationId } = await registerGuest(activityId, {
      called: '司徒美堂',
      phone: '13900004712',
      helpWanted: '要一把带扶手的椅子',
      party: [ADULT, ADULT],
    })
    const forgotten = async () =>
      (await runJobs(api.served)).find(({ name }) => name === 'forget-guests')?.done
    await setNow(api, '2026-12-29T02:59:59.999Z')
    await forgotten()
    expect(await forgotten()).toBe(0)
    expect((await open(activityId, registrationId)).called).toBe('司徒美堂')
    await setNow(api, '2026-12-29T03:00:00Z')
    expect(await forgotten()).toBe(2)
    expect(await tracesOf(api.db, ['司徒', '扶手的椅子', '13900004712'])).toEqual([])
    expect((await open(activityId, registrationId)).phone).toBeNull()
    expect(await partiesOf(api.db, activityId)).toMatchObject([{ states: ['confirmed', 'confirmed'] }])
    expect(await forgotten()).toBe(0)
  })
})
