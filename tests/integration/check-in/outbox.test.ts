import fc from 'fast-check'
import { sql } from 'kysely'
import type { Reply } from '../../../cloud/app/dispatch'
import { runJobs } from '../../../cloud/jobs/run'
import { createOutboxPhone, liveThrough, lives, type Answerer } from '../../../src/testing/outbox-phone'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openHall, setNow, startEachOnSunday } from '../../support/activities/activities'
import { entriesOf, makeClass, NINE, posterOf, TWELVE_PAST, visitsOf } from '../../support/activities/codes'

const HOUR = 3_600_000

let api: TestApi
let admin: Person
let code: string
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  code = `p/${await posterOf(api, admin)}`
})
afterAll(() => api.close())
startEachOnSunday(() => api)

/** The phone's outbox talks to the real backend. */
const backend: Answerer = async (endpoint, input, token) => ({
  kind: 'answered',
  body: (await api.call(endpoint, input, { token })) satisfies Reply,
})

function phoneOf(who: Person) {
  const phone = createOutboxPhone()
  phone.person = { person: who.residentId, token: who.token }
  return phone
}

describe('the phone’s outbox against the backend', () => {
  it('counts each head at the door exactly once, whatever is killed, repeated or lost', async () => {
    await setNow(api, NINE)
    await fc.assert(
      fc.asyncProperty(lives(), async (all) => {
        const activityId = await makeClass(api.db, { kind: 'open', capacity: null })
        const phone = phoneOf(await admit(api.db, 'admin'))
        const last = await liveThrough(phone, all, backend, (outbox) =>
          outbox.submit('door.addHead', { activityId }),
        )
        expect(last.state().queued).toEqual([])
        expect(await entriesOf(api.db, activityId)).toHaveLength(phone.everStored.size)
      }),
      { numRuns: 30 },
    )
  })

  it('records one visit for a scan, whatever is killed, repeated or lost', async () => {
    await setNow(api, NINE)
    await fc.assert(
      fc.asyncProperty(lives(), async (all) => {
        const who = await admit(api.db)
        const phone = phoneOf(who)
        await liveThrough(phone, all, backend, (outbox) => outbox.submit('checkIn.upload', { code }))
        const visits = await visitsOf(api.db, who.residentId)
        expect(visits).toHaveLength(Math.min(phone.everStored.size, 1))
      }),
      { numRuns: 15 },
    )
  })

  it('tells the right time by a clock that is a day wrong, at whichever sending arrives', async () => {
    const who = await admit(api.db)
    const phone = phoneOf(who)
    phone.now = Date.parse(TWELVE_PAST) + 24 * HOUR
    const outbox = phone.start(backend, { dieAt: null, fates: ['never-left', 'never-left'] })
    await outbox.submit('checkIn.upload', { code })
    await outbox.flush()
    phone.now += 3 * HOUR
    await setNow(api, '2026-11-28T04:12:00.000Z')
    await outbox.flush()
    expect(outbox.state()).toMatchObject({
      queued: [],
      settled: [{ result: { kind: 'done', value: { visit: { at: TWELVE_PAST } } } }],
    })
  })

  it('counts a ＋1 once although its answer got lost and the phone stayed closed for longer than numbers are known', async () => {
    await setNow(api, NINE)
    const activityId = await makeClass(api.db, { kind: 'open', capacity: null })
    const phone = phoneOf(await admit(api.db, 'admin'))
    phone.now = Date.parse(NINE)
    const lost = phone.start(backend, { dieAt: null, fates: ['answer-lost'] })
    await lost.submit('door.addHead', { activityId })
    phone.now += 6 * 24 * HOUR - 1
    await setNow(api, '2026-12-04T00:59:59.999Z')
    await runJobs(api.served)
    const inTime = phone.start(backend, { dieAt: null, fates: ['answer-lost'] })
    await inTime.flush()
    phone.now += 24 * HOUR + 1
    await setNow(api, '2026-12-05T01:00:00.001Z')
    await runJobs(api.served)
    const { rows } = await sql`select from request where endpoint = 'door.addHead'`.execute(api.db)
    expect(rows).toEqual([])
    const late = phone.start(backend)
    await late.flush()
    expect(late.state()).toMatchObject({ queued: [], settled: [{ result: { kind: 'lost' } }] })
    expect(await entriesOf(api.db, activityId)).toHaveLength(1)
  })

  it('takes the same act again although its times are told anew, and no other under its number', async () => {
    const who = await admit(api.db)
    await setNow(api, '2026-11-28T03:12:00.000Z')
    const requestId = '11111111-0000-4000-8000-000000000001'
    const upload = (more: object) =>
      api.call('checkIn.upload', { code, requestId, ...more }, { token: who.token })
    const first = await upload({ times: { happenedAt: 0, sentAt: 2 * HOUR } })
    expect(first).toMatchObject({ ok: true, value: { visit: { at: TWELVE_PAST } } })
    expect(await upload({ times: { happenedAt: 0, sentAt: 9 * HOUR } })).toEqual(first)
    expect(await upload({ times: { happenedAt: 0, sentAt: HOUR }, members: [] })).toMatchObject({
      fault: 'invalid_input',
    })
  })
})
