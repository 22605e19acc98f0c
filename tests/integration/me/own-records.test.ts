import { personalTables } from '../../../cloud/personal-data/coverage'
import { RECORD_KINDS } from '../../../core/domain/me/record-kinds'
import type { Exported, OwnRecords } from '../../../core/contract/me'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  register,
  startEachOnSunday,
} from '../../support/activities/activities'

let api: TestApi
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const kept = (who: Person) => done<OwnRecords>(api.call('me.kept', {}, { token: who.token }))
const exported = (who: Person) => done<Exported>(api.call('me.export', {}, { token: who.token }))

it('knows a kind for every table about people, and of each kind something to count', () => {
  const counted = personalTables().flatMap(([, { kind, counted: isCounted }]) => (isCounted ? [kind] : []))
  expect([...counted, 'phones', 'message-consents'].sort()).toEqual([...RECORD_KINDS].sort())
})

it('counts what somebody left here, and nothing of others', async () => {
  const who = await admit(api.db)
  expect((await kept(who)).counts).toEqual([{ kind: 'account', count: 1 }])
  const child = await addFamily(api, who, 2018, '小宝')
  const activityId = await makeActivity(api.db)
  await register(api, activityId, { who, telling: 'phone', phone: '13800001234' })
  await register(api, activityId)
  await done(act(api, 'message.grant', who, { templates: ['change', 'reminder'] }))
  await done(act(api, 'family.consent', who, { familyMemberId: child, version: '2026-11', given: true }))
  const { counts, guardian, messages } = await kept(who)
  expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toMatchObject({
    account: 1,
    registrations: 1,
    family: 1,
    phones: 1,
    'message-consents': 2,
  })
  expect(guardian).toMatchObject([
    { name: '小宝', given: true, version: '2026-11', at: '2026-11-22T01:00:00.000Z' },
  ])
  expect(messages).toEqual([
    { template: 'change', left: 1, at: '2026-11-22T01:00:00.000Z' },
    { template: 'reminder', left: 1, at: '2026-11-22T01:00:00.000Z' },
  ])
})

it('a yes to messages can be taken back, and a guardian’s as well', async () => {
  const who = await admit(api.db)
  const child = await addFamily(api, who, 2018, '小宝')
  await done(act(api, 'message.grant', who, { templates: ['change', 'waitlist'] }))
  await done(act(api, 'family.consent', who, { familyMemberId: child, version: '2026-11', given: true }))
  expect(await done(act(api, 'message.withdrawConsent', who, { template: 'change' }))).toEqual({
    consents: { change: 0, waitlist: 1, reminder: 0 },
  })
  await done(act(api, 'family.consent', who, { familyMemberId: child, version: '2026-11', given: false }))
  const { guardian, messages } = await kept(who)
  expect(guardian).toMatchObject([{ given: false }])
  expect(messages.map(({ template }) => template)).toEqual(['waitlist'])
})

it('exports one’s own number in the clear, the places of a child, and what things are called', async () => {
  const who = await admit(api.db)
  const child = await addFamily(api, who, 2010, '小宝')
  const activityId = await makeActivity(api.db, { title: '中国结手作' })
  await register(api, activityId, { who, family: [child], telling: 'phone', phone: '13800001234' })
  const { tables, names } = await exported(who)
  expect(tables['registration']).toMatchObject([{ phone: '13800001234', activity_id: activityId }])
  expect(tables['registration']?.[0]).not.toHaveProperty('phone_sealed')
  expect(tables['party_member']).toHaveLength(2)
  expect(names).toEqual({ [activityId]: '中国结手作', [child]: '小宝' })
})
