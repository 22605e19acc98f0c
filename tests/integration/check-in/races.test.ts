import { sql } from 'kysely'
import type { Reply } from '../../../cloud/app/dispatch'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  addFamily,
  done,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import {
  entriesOf,
  makeClass,
  NINE,
  opened,
  posterOf,
  seatsWithWalkIns,
  statesOf,
  visitsOf,
} from '../../support/activities/codes'

const CONNECTIONS = 16

let api: TestApi
let crowd: TestApi
let staff: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  crowd = openCrowd(api, CONNECTIONS)
  const admin = await admit(api.db, 'admin')
  staff = await admit(api.db, 'office')
  poster = `p/${await posterOf(api, admin)}`
})
afterAll(async () => {
  await crowd.close()
  await api.close()
})
startEachOnSunday(() => api)

const confirmNew = async (who: Person, more: object = {}): Promise<Reply> => {
  const { receipt } = await opened(crowd, poster, who)
  return act(crowd, 'checkIn.confirm', who, { receipt, ...more })
}
const refusals = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.ok ? [] : ['refusal' in reply ? reply.refusal : reply.fault]))

it('500 confirms of 10 residents at once are 10 visits and 10 attendances, all answered as a success', async () => {
  const activityId = await makeClass(api.db, { capacity: 10 })
  const people: Person[] = []
  for (let count = 0; count < 10; count += 1) people.push((await register(api, activityId)).who)
  await setNow(api, NINE)
  const receipts = await Promise.all(
    people.flatMap((who) =>
      Array.from({ length: 50 }, async () => ({ who, receipt: (await opened(crowd, poster, who)).receipt })),
    ),
  )
  const replies = await Promise.all(
    receipts.map(({ who, receipt }) => act(crowd, 'checkIn.confirm', who, { receipt })),
  )
  expect(refusals(replies)).toEqual([])
  const first = replies.filter(
    (reply) => !(reply as { value: { visit: { repeated: boolean } } }).value.visit.repeated,
  )
  expect(first).toHaveLength(10)
  const visits = await Promise.all(people.map(({ residentId }) => visitsOf(api.db, residentId)))
  expect(visits.flat()).toHaveLength(10)
  expect(await entriesOf(api.db, activityId)).toHaveLength(10)
  expect(await statesOf(api.db, activityId)).toEqual(Array(10).fill('attended'))
  expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 10, recount: 10 })
})

it('one receipt confirmed by twenty at once belongs to one of them', async () => {
  await setNow(api, NINE)
  const { receipt } = await opened(api, poster)
  const people = await Promise.all(Array.from({ length: 20 }, () => admit(crowd.db)))
  const replies = await Promise.all(people.map((who) => act(crowd, 'checkIn.confirm', who, { receipt })))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(refusals(replies))).toEqual(new Set(['receipt_taken']))
  const visits = await Promise.all(people.map(({ residentId }) => visitsOf(api.db, residentId)))
  expect(visits.flat()).toHaveLength(1)
})

it('walk-ins, ＋1 and newcomers against the last seats: no seat is given twice, none is left idle', async () => {
  for (let round = 0; round < 4; round += 1) {
    await setNow(api, '2026-11-22T01:00:00Z')
    const activityId = await makeClass(api.db, { capacity: 3 })
    await register(api, activityId)
    const people = await Promise.all(Array.from({ length: 12 }, () => admit(crowd.db)))
    await setNow(api, '2026-11-28T00:30:00.000Z')
    await Promise.all(
      people.map((who, index) => {
        if (index % 3 === 0) return confirmNew(who, { walkIns: [activityId] })
        if (index % 3 === 1) return act(crowd, 'door.addHead', staff, { activityId })
        return act(crowd, 'registration.register', who, { activityId, party: [null] })
      }),
    )
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 3, recount: 3 })
  }
})

it('self, staff and undo at once leave each member in one place and the counter right', async () => {
  for (let round = 0; round < 4; round += 1) {
    await setNow(api, '2026-11-22T01:00:00Z')
    const activityId = await makeClass(api.db, { capacity: 4 })
    const daughter = await admit(api.db)
    const mother = await addFamily(api, daughter)
    const { registrationId } = await register(api, activityId, { who: daughter, family: [mother] })
    await setNow(api, NINE)
    const admitting = () => act(crowd, 'door.admit', staff, { activityId, registrationId, members: null })
    const { came } = await done<{ came: { entryId: string }[] }>(admitting())
    const entryId = came[0]?.entryId ?? ''
    await Promise.all([
      act(crowd, 'door.undo', staff, { activityId, entryId, reason: '点错了' }),
      act(crowd, 'door.undo', staff, { activityId, entryId, reason: '点错了' }),
      confirmNew(daughter),
      admitting(),
      admitting(),
    ])
    const liveEntries = (await entriesOf(api.db, activityId)).filter((entry) => entry.undone_at === null)
    const attended = (await statesOf(api.db, activityId)).filter((state) => state === 'attended')
    expect(liveEntries).toHaveLength(attended.length)
    expect(new Set(liveEntries.map((entry) => entry.member_id)).size).toBe(liveEntries.length)
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  }
})

it('a family whose members scan each for themselves at once is in once, and nobody waits in a circle', async () => {
  const activityId = await makeClass(api.db, { capacity: 4 })
  const daughter = await admit(api.db)
  const mother = await admit(api.db)
  const record = await addFamily(api, daughter)
  const { registrationId } = await register(api, activityId, { who: daughter, family: [record] })
  const page = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
    api.call('registration.show', { registrationId }, { token: daughter.token }),
  )
  const memberId = page.members.find(({ mayHandOver }) => mayHandOver)?.memberId
  const { card } = await done<{ card: string }>(
    act(api, 'registration.makeCard', daughter, { registrationId, memberId }),
  )
  await done(act(api, 'registration.claim', mother, { card }))
  await setNow(api, NINE)
  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, index) => confirmNew(index % 2 === 0 ? daughter : mother)),
  )
  expect(refusals(replies)).toEqual([])
  expect(await statesOf(api.db, activityId)).toEqual(['attended', 'attended'])
  for (const { residentId } of [daughter, mother]) {
    expect(await visitsOf(api.db, residentId)).toHaveLength(1)
  }
})

it('somebody who is erased while they check in leaves nothing half-way', async () => {
  const activityId = await makeClass(api.db)
  const { who } = await register(api, activityId)
  await done(act(api, 'me.requestErasure', who, {}))
  await setNow(api, '2026-11-29T00:30:00.000Z')
  await sql`update activity set starts_at = '2026-11-29T01:00:00Z', ends_at = '2026-11-29T03:00:00Z'
    where id = ${activityId}`.execute(api.db)
  await confirmNew(who)
  await setNow(api, '2026-11-29T01:00:00.000Z')
  const { eraseDueResidents } = await import('../../../cloud/personal-data/erase')
  const { parseInstant } = await import('../../../core/kernel/shanghai-time')
  await eraseDueResidents(api.served, parseInstant('2026-11-29T01:00:00.000Z'))
  expect(await visitsOf(api.db, who.residentId)).toEqual([])
  const tombstones = await api.db.selectFrom('visit').select('id').where('resident_id', 'is', null).execute()
  expect(tombstones).toHaveLength(1)
  expect(await entriesOf(api.db, activityId)).toHaveLength(1)
  expect(await statesOf(api.db, activityId)).toEqual(['attended'])
})
