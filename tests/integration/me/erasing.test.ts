import { runJobs } from '../../../cloud/jobs/run'
import { fakeTextCheck } from '../../../cloud/gateways/wechat/text-check-fake'
import type { TestApi } from '../../support/api/test-api'
import { admit } from '../../support/api/people'
import { tracesOf } from '../../support/api/rows/traces'
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

/** Seven days after the Sunday on which each test begins, to the millisecond. */
const DUE = '2026-11-29T01:00:00.000Z'
const LAST_MOMENT = '2026-11-29T00:59:59.999Z'
/** A Saturday after that. */
const LATER = { starts_at: new Date('2026-12-12T01:00:00Z'), ends_at: new Date('2026-12-12T03:00:00Z') }

const check = fakeTextCheck()
let api: TestApi
beforeAll(async () => {
  api = await openHall({ checkText: check.check })
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const askToBeErased = (who: Awaited<ReturnType<typeof admit>>) => done(act(api, 'me.requestErasure', who, {}))
const erased = async () =>
  (await runJobs(api.served)).find(({ name }) => name === 'erase-due-residents')?.done

it('until the last millisecond of the seventh day all is as it was; then the place goes to the queue', async () => {
  const activityId = await makeActivity(api.db, { capacity: 1, ...LATER })
  const leaver = await register(api, activityId)
  const next = await register(api, activityId)
  await askToBeErased(leaver.who)

  await setNow(api, LAST_MOMENT)
  expect(await erased()).toBe(0)
  expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
    ['confirmed'],
    ['waiting'],
  ])

  await setNow(api, DUE)
  expect(await erased()).toBe(1)
  expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
    ['cancelled'],
    ['confirmed'],
  ])
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  const inbox = await done(api.call('message.list', { before: null }, { token: next.who.token }))
  expect(inbox).toMatchObject({ unread: 1, messages: [{ kind: 'promoted' }] })
})

it('takes the family records along, but leaves what a linked person has of their own', async () => {
  const daughter = await admit(api.db)
  const [mother, child] = [
    await addFamily(api, daughter, 1952, '妈妈小王'),
    await addFamily(api, daughter, 2018, '宝宝小王'),
  ]
  await done(act(api, 'family.consent', daughter, { familyMemberId: child, version: '2026-11', given: true }))
  const activityId = await makeActivity(api.db, { capacity: 3, ...LATER })
  const { registrationId } = await register(api, activityId, { who: daughter, family: [mother, child] })
  const shown = await done<{ members: { memberId: string; name: string }[] }>(
    api.call('registration.show', { registrationId }, { token: daughter.token }),
  )
  const memberId = shown.members.find(({ name }) => name === '妈妈小王')?.memberId
  const { card } = await done<{ card: string }>(
    act(api, 'registration.makeCard', daughter, { registrationId, memberId }),
  )
  const grandmother = await admit(api.db)
  await done(act(api, 'registration.claim', grandmother, { card }))

  await askToBeErased(daughter)
  await setNow(api, DUE)
  expect(await erased()).toBe(1)

  const mine = await done<{ registrations: unknown[] }>(
    api.call('registration.mine', {}, { token: grandmother.token }),
  )
  expect(mine.registrations).toMatchObject([{ registrationId, headline: 'confirmed', persons: 1 }])
  expect(await tracesOf(api.db, [daughter.residentId, daughter.openid, '妈妈小王', '宝宝小王'])).toEqual([])
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
})

it('leaves none of the words and numbers that somebody wrote, in no table', async () => {
  const who = await admit(api.db)
  check.visits(who.openid)
  const activityId = await makeActivity(api.db, {
    ...LATER,
    questions: JSON.stringify([{ id: 'size', text: '尺码', kind: 'text', required: true, longest: 20 }]),
  })
  const words = ['答案甲乙丙', '轮椅靠门丁', '意见戊己庚', '地图辛壬癸', '红叶剪纸摊', '王甲乙']
  await done(act(api, 'family.describeMyself', who, { callName: words[5], born: [1950, 1955] }))
  await register(api, activityId, {
    who,
    answers: [{ questionId: 'size', answer: words[0] }],
    helpWanted: words[1],
    telling: 'phone',
    phone: '13800001234',
  })
  await done(act(api, 'suggestion.send', who, { text: words[2], phone: '13800001234' }))
  await done(act(api, 'lifeCircle.report', who, { facilityId: null, reason: 'missing', note: words[3] }))
  await done(
    act(api, 'stall.apply', who, { activityId: 'reed-market-20261128', kind: '手作', offer: words[4] }),
  )
  expect((await tracesOf(api.db, words)).length).toBeGreaterThan(5)

  await askToBeErased(who)
  await setNow(api, DUE)
  expect(await erased()).toBe(1)
  expect(await tracesOf(api.db, [...words, who.residentId, who.openid])).toEqual([])
  const sealed = await api.db
    .selectFrom('registration')
    .select('id')
    .where('phone_sealed', 'is not', null)
    .execute()
  expect(sealed).toEqual([])
})

it('keeps the count of those who came, without who they were', async () => {
  const activityId = await makeActivity(api.db, {
    starts_at: new Date('2026-11-22T01:30:00Z'),
    ends_at: new Date('2026-11-22T03:00:00Z'),
  })
  const { who, registrationId } = await register(api, activityId)
  const admin = await admit(api.db, 'admin')
  await done(act(api, 'door.admit', admin, { activityId, registrationId, members: null }))
  await askToBeErased(who)
  await setNow(api, DUE)
  expect(await erased()).toBe(1)
  expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([['attended']])
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  expect(await tracesOf(api.db, [who.residentId, who.openid])).toEqual([])
})

it('can be taken back until the eraser has been there, and says whether there was anything to take back', async () => {
  const who = await admit(api.db)
  await askToBeErased(who)
  await setNow(api, '2026-11-29T01:00:30.000Z')
  expect(await done(act(api, 'me.cancelErasure', who, {}))).toEqual({ eraseAfter: null, stopped: true })
  expect(await erased()).toBe(0)
  expect(await done(act(api, 'me.cancelErasure', who, {}))).toEqual({ eraseAfter: null, stopped: false })
})
