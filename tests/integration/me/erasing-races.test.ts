import { eraseDueResidents } from '../../../cloud/personal-data/erase'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { tracesOf } from '../../support/api/rows/traces'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  done,
  makeActivity,
  openHall,
  partiesOf,
  register,
  seatsOf,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'

const DUE = '2026-11-29T01:00:00.000Z'
const LATER = { starts_at: new Date('2026-12-12T01:00:00Z'), ends_at: new Date('2026-12-12T03:00:00Z') }
const ROUNDS = 6

let api: TestApi
let crowd: TestApi
beforeAll(async () => {
  api = await openHall()
  crowd = openCrowd(api, 16)
})
afterAll(async () => {
  await crowd.close()
  await api.close()
})
startEachOnSunday(() => api)

/** Whoever the first round passed over, because an act of theirs was under way, goes in the next. */
const eraseAll = () => eraseDueResidents(crowd.served, parseInstant(DUE))

const people = (count: number) => Promise.all(Array.from({ length: count }, () => admit(api.db)))

const namesOf = ({ residentId, openid }: Person): string[] => [residentId, openid]

it('erasing against registering and cancelling: no seat is lost, none is given twice, nothing of them stays', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await setNow(api, '2026-11-22T01:00:00.000Z')
    const activityIds = await Promise.all(
      [1, 2, 3].map(() => makeActivity(api.db, { capacity: 4, ...LATER })),
    )
    const leavers = await people(6)
    const stayers = await people(6)
    for (const activityId of activityIds) {
      await Promise.all(leavers.map((who) => register(crowd, activityId, { who })))
    }
    for (const who of leavers) await done(act(api, 'me.requestErasure', who, {}))
    await setNow(api, DUE)
    await Promise.all([
      eraseAll(),
      eraseAll(),
      ...activityIds.flatMap((activityId) => stayers.map((who) => register(crowd, activityId, { who }))),
      ...leavers.map((who) =>
        act(crowd, 'registration.register', who, { activityId: activityIds[round % 3], party: [null] }),
      ),
    ])
    await eraseAll()
    for (const activityId of activityIds) {
      expect(await seatsOf(api.db, activityId)).toEqual({ counter: 4, recount: 4 })
      const states = (await partiesOf(api.db, activityId)).map((party) => party.states[0])
      expect(states.filter((state) => state === 'waiting')).toHaveLength(2)
    }
    expect(await tracesOf(api.db, leavers.flatMap(namesOf))).toEqual([])
  }
})

it('taking it back against the eraser: either all stands, or nothing does and the answer says so', async () => {
  const activityId = await makeActivity(api.db, { capacity: 40, ...LATER })
  const undecided = await people(20)
  for (const who of undecided) {
    await register(api, activityId, { who })
    await done(act(api, 'me.requestErasure', who, {}))
  }
  await setNow(api, DUE)
  const [replies] = await Promise.all([
    Promise.all(undecided.map((who) => act(crowd, 'me.cancelErasure', who, {}))),
    eraseAll(),
    eraseAll(),
  ])
  await eraseAll()
  let stayed = 0
  for (const [place, who] of undecided.entries()) {
    const reply = replies[place]
    const traces = await tracesOf(api.db, [who.residentId])
    if (reply?.ok === true) {
      stayed += 1
      expect(reply.value).toEqual({ eraseAfter: null, stopped: true })
      expect(traces).toContainEqual({ table: 'party_member', column: 'resident_id' })
    } else {
      expect(reply).toEqual({ ok: false, fault: 'unauthenticated' })
      expect(traces).toEqual([])
    }
  }
  expect(await seatsOf(api.db, activityId)).toEqual({ counter: stayed, recount: stayed })
})

it('a stall is never given to somebody who is being erased', async () => {
  const admin = await admit(api.db, 'admin')
  for (let round = 0; round < ROUNDS; round += 1) {
    await setNow(api, '2026-11-22T01:00:00.000Z')
    const market = await makeActivity(api.db, { kind: 'open', topic: 'market', capacity: null, ...LATER })
    const { id: stallId } = await api.db
      .insertInto('stall')
      .values({ activity_id: market, number: 'A1', kind: '手作', name: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const [applicant] = await people(1)
    if (applicant === undefined) throw new Error('nobody applied')
    const { applicationId } = await done<{ applicationId: string }>(
      act(api, 'stall.apply', applicant, { activityId: market, kind: '手作', offer: '剪纸' }),
    )
    await done(act(api, 'me.requestErasure', applicant, {}))
    await setNow(api, DUE)
    await Promise.all([act(crowd, 'stall.assign', admin, { applicationId, stallId }), eraseAll()])
    await eraseAll()
    expect(await api.db.selectFrom('stall').select(['name']).where('id', '=', stallId).execute()).toEqual([
      { name: null },
    ])
    expect(
      await api.db
        .selectFrom('stall_application')
        .select(['state', 'offer', 'stall_id'])
        .where('id', '=', applicationId)
        .execute(),
    ).toEqual([{ state: 'withdrawn', offer: '', stall_id: null }])
  }
})
