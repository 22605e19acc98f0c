import type { PrintedSheet, SheetPage } from '../../../core/contract/check-in/sheet'
import {
  act,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import { admitParty, makeClass, NINE, seatsWithWalkIns, TWELVE_PAST } from '../../support/activities/codes'
import { OTHER_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

let api: TestApi
let clerk: Person
beforeAll(async () => {
  api = await openHall()
  clerk = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const show = (activityId: string) =>
  done<SheetPage>(api.call('sheet.show', { activityId }, { token: clerk.token }))
const print = (activityId: string) =>
  done<PrintedSheet>(api.call('sheet.print', { activityId }, { token: clerk.token }))
const record = (activityId: string, given: object = {}) =>
  act(api, 'sheet.record', clerk, { activityId, members: [], walkIns: 0, elders: 0, ...given })
const guest = (activityId: string, called: string) =>
  done<{ registrationId: string; number: string }>(
    act(api, 'counter.register', clerk, {
      activityId,
      called,
      party: [{ birthYear: null, guardianConsent: false }],
      compoundId: null,
      answers: [],
      helpWanted: null,
      phone: null,
      consent: 'oral',
    }),
  )
const membersOf = async (activityId: string, registrationId: string) =>
  (await show(activityId)).parties
    .find((party) => party.registrationId === registrationId)
    ?.members.map(({ memberId }) => memberId) ?? []

it('shows today with seats, queue and who came, at the own office alone', async () => {
  const activityId = await makeClass(api.db, { capacity: 1, title: '今天的课' })
  await makeActivity(api.db, { office_id: OTHER_OFFICE })
  await guest(activityId, '王阿姨')
  await register(api, activityId)
  const today = async () =>
    (await done<{ activities: object[] }>(api.call('sheet.today', {}, { token: clerk.token }))).activities
  await setNow(api, '2026-11-28T00:30:00.000Z')
  expect(await today()).toMatchObject([{ activityId, title: '今天的课', waiting: 1 }])
  await setNow(api, TWELVE_PAST)
  await done(record(activityId, { walkIns: 2 }))
  // From the start on nobody waits any more.
  expect(await today()).toMatchObject([
    { activityId, waiting: 0, counts: { registered: 1, capacity: 1, heads: 2 } },
  ])
})

it('prints whole names in the order of numbers, and remembers the order and who printed', async () => {
  const activityId = await makeClass(api.db, { capacity: 9 })
  const made = [await guest(activityId, '王秀兰'), await guest(activityId, '李建国')]
  const sheet = await print(activityId)
  const inOrder = [...made].sort((one, other) => one.number.localeCompare(other.number))
  expect(sheet.rows.map(({ number }) => number)).toEqual(inOrder.map(({ number }) => number))
  expect(sheet.rows.map(({ name }) => name).sort()).toEqual(['李建国', '王秀兰'])
  await guest(activityId, '赵大姐')
  const page = await show(activityId)
  expect(page.sheets).toMatchObject([
    { sheetId: sheet.sheetId, registrations: inOrder.map(({ registrationId }) => registrationId) },
  ])
  expect(JSON.stringify(page.parties)).not.toMatch(/秀兰|建国|大姐/)
  const log = await api.db
    .selectFrom('staff_act')
    .select(['record_id', 'changed'])
    .where('endpoint', '=', 'sheet.print')
    .where('record_id', '=', activityId)
    .execute()
  expect(log).toMatchObject([{ changed: { persons: 2 } }])
})

it('takes a sheet that came back: twice counts once, and who is checked in already stays so', async () => {
  const activityId = await makeClass(api.db, { capacity: 3 })
  const [wang, li] = [await guest(activityId, '王秀兰'), await guest(activityId, '李建国')]
  await setNow(api, TWELVE_PAST)
  await done(admitParty(api, clerk, activityId, li.registrationId))
  const members = [
    ...(await membersOf(activityId, wang.registrationId)),
    ...(await membersOf(activityId, li.registrationId)),
  ]
  const sheet = { members, walkIns: 3, elders: 2 }
  expect(await done(record(activityId, sheet))).toMatchObject({
    came: 1,
    repeated: 1,
    paper: { walkIns: 3, elders: 2 },
    counts: { attended: 2, withoutPhone: 3, heads: 5, free: 0 },
  })
  expect(await done(record(activityId, sheet))).toMatchObject({
    came: 0,
    repeated: 2,
    counts: { attended: 2, withoutPhone: 3, heads: 5, free: 0 },
  })
  expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 3, recount: 3 })
  expect(await done(record(activityId, { members, walkIns: 1, elders: 0 }))).toMatchObject({
    paper: { walkIns: 1, elders: 0 },
    counts: { heads: 3 },
  })
  const came = await api.db
    .selectFrom('door_entry')
    .select(['at', 'flags'])
    .where('activity_id', '=', activityId)
    .where('member_id', '=', members[0] ?? '')
    .executeTakeFirstOrThrow()
  expect(came).toEqual({ at: Date.parse(NINE), flags: ['paper'] })
})

it('is typed from the start on and until the roll is closed, of people of this activity alone', async () => {
  const activityId = await makeClass(api.db, { capacity: 3 })
  const { registrationId } = await guest(activityId, '王秀兰')
  expect(await record(activityId)).toMatchObject({ refusal: 'too_early' })
  const other = await makeClass(api.db)
  await guest(other, '李建国')
  await setNow(api, TWELVE_PAST)
  const members = await membersOf(activityId, registrationId)
  expect(await record(other, { members })).toMatchObject({ refusal: 'not_registered' })
  expect(await record(activityId, { walkIns: 1, elders: 2 })).toMatchObject({ fault: 'invalid_input' })
  await setNow(api, '2026-12-01T01:00:00Z')
  await done(act(api, 'door.closeRoll', clerk, { activityId }))
  expect(await record(activityId)).toMatchObject({ refusal: 'roll_closed' })
  expect((await show(activityId)).mayRecord).toBe(false)
})
