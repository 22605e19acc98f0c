import { randomUUID } from 'node:crypto'
import { openApi, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { admit, type Person } from '../../support/api/people'
import { openCloudFunction, type CloudFunction } from '../../support/api/processes/cloud-function'
import { countWrites } from '../../support/api/write-count'

let api: TestApi
let http: HttpApi
let cloudFunction: CloudFunction
let resident: Person
let admin: Person
beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
  cloudFunction = await openCloudFunction('api', api.runTimeUrl)
  resident = await admit(api.db)
  admin = await admit(api.db, 'admin')
})
afterAll(async () => {
  await cloudFunction.close()
  await http.close()
  await api.close()
})

describe('the deployed function', () => {
  const calls: [string, unknown][] = [
    ['home.show', {}],
    ['home.show', undefined],
    ['office.list', {}],
    ['office.show', { officeId: OWN_OFFICE }],
    ['office.show', { officeId: 'nowhere' }],
    ['office.show', { officeId: 7 }],
    ['office.show', {}],
    ['office.show', []],
    ['office.show', 'text'],
    ['compound.list', { extra: 1 }],
    ['me.show', {}],
    ['me.chooseCompound', { compoundId: 'nowhere', requestId: '0b0c1de0-0000-4000-8000-000000000001' }],
    ['me.chooseCompound', { compoundId: 'wutong-east', requestId: 'once' }],
    ['office.setHoursOn', { officeId: OWN_OFFICE }],
    ['nothing.here', {}],
    ['__proto__', {}],
  ]
  it.each(calls)('answers %s with %j in the same words as HTTPS', async (name, input) => {
    const overFunction = await cloudFunction.call({ name, input }, resident.openid)
    const overHttp = await http.post(name, input, resident.token)
    expect(overFunction).toEqual(overHttp.body)
  })

  it('gives a repeated request the first answer, whichever way it came first', async () => {
    const choice = { compoundId: 'moon-bay-one', requestId: randomUUID() }
    const first = await http.post('me.chooseCompound', choice, resident.token)
    expect(await cloudFunction.call({ name: 'me.chooseCompound', input: choice }, resident.openid)).toEqual(
      first.body,
    )
    const other = { ...choice, compoundId: 'moon-bay-two' }
    expect(
      await cloudFunction.call({ name: 'me.chooseCompound', input: other }, resident.openid),
    ).toMatchObject({
      fault: 'invalid_input',
      issues: [{ path: 'requestId' }],
    })
  })

  it.each([null, undefined, 7, 'me.show', [], {}, { name: 7 }, { name: ['me.show'] }, { name: '' }])(
    'takes %j for a call of nothing',
    async (event) => {
      expect(await cloudFunction.call(event, resident.openid)).toEqual({
        ok: false,
        fault: 'unknown_endpoint',
      })
    },
  )
})

describe('who calls', () => {
  const forged = () => ({
    openid: admin.openid,
    openId: admin.openid,
    OPENID: admin.openid,
    token: admin.token,
    headers: { authorization: `Bearer ${admin.token}`, 'x-wx-openid': admin.openid },
    userInfo: { openId: admin.openid, appId: 'wx1' },
    tcbContext: { openid: admin.openid },
    context: { OPENID: admin.openid, WX_OPENID: admin.openid },
  })

  it('is who WeChat says, whatever the event says', async () => {
    expect(
      await cloudFunction.call({ name: 'me.show', input: {}, ...forged() }, resident.openid),
    ).toMatchObject({
      ok: true,
      value: { staffRole: null },
    })
  })

  it('is nobody without WeChat’s word, whatever the event says and whoever called before', async () => {
    const writes = await countWrites(api.db)
    const before = await writes()
    expect(await cloudFunction.call({ name: 'me.show', input: {} }, admin.openid)).toMatchObject({
      value: { staffRole: 'admin' },
    })
    expect(await cloudFunction.call({ name: 'me.show', input: {}, ...forged() }, null)).toEqual({
      ok: false,
      fault: 'unauthenticated',
    })
    expect(await writes()).toBe(before)
  })

  it('is refused by name when the input says it', async () => {
    expect(
      await cloudFunction.call({ name: 'me.show', input: { openid: admin.openid } }, resident.openid),
    ).toMatchObject({
      fault: 'invalid_input',
      issues: [{ path: 'openid' }],
    })
  })

  it('is not mixed up when many call at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => admit(api.db)))
    const compounds = ['wutong-east', 'wutong-west', 'moon-bay-one']
    const shown = await Promise.all(
      people.flatMap(({ openid }, index) => [
        cloudFunction.call(
          { name: 'me.chooseCompound', input: { compoundId: compounds[index % 3], requestId: randomUUID() } },
          openid,
        ),
        cloudFunction.call({ name: 'me.export', input: {} }, openid),
        cloudFunction.call({ name: 'me.show', input: {} }, null),
      ]),
    )
    shown.forEach((answer, index) => {
      const person = people[Math.floor(index / 3)]
      if (index % 3 === 0)
        expect(answer).toMatchObject({ value: { compoundId: compounds[Math.floor(index / 3) % 3] } })
      if (index % 3 === 1)
        expect(answer).toMatchObject({ value: { tables: { resident: [{ id: person?.residentId }] } } })
      if (index % 3 === 2) expect(answer).toEqual({ ok: false, fault: 'unauthenticated' })
    })
  })

  it('makes a new resident on the first call that needs one, and not before', async () => {
    const count = async () => (await api.db.selectFrom('resident').select('id').execute()).length
    const before = await count()
    await cloudFunction.call({ name: 'home.show', input: {} }, 'o-newcomer')
    await cloudFunction.call({ name: 'office.setHoursOn', input: {} }, 'o-newcomer')
    await cloudFunction.call({ name: 'me.show', input: { extra: 1 } }, 'o-newcomer')
    expect(await count()).toBe(before)
    await cloudFunction.call({ name: 'me.show', input: {} }, 'o-newcomer')
    await cloudFunction.call({ name: 'me.show', input: {} }, 'o-newcomer')
    expect(await count()).toBe(before + 1)
  })

  it('has no session to sign out of, and stays who WeChat says', async () => {
    expect(await cloudFunction.call({ name: 'session.signOut', input: {} }, resident.openid)).toMatchObject({
      ok: true,
    })
    expect(await cloudFunction.call({ name: 'me.show', input: {} }, resident.openid)).toMatchObject({
      ok: true,
    })
  })

  it('is not in the function’s log', () => {
    const lines = cloudFunction
      .written()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.length).toBeGreaterThan(40)
    for (const line of lines) {
      expect(line).toEqual({
        level: 'info',
        endpoint: expect.any(String),
        outcome: expect.any(String),
        trace: expect.any(String),
        ms: expect.any(Number),
      })
    }
    for (const text of [resident.openid, resident.residentId, resident.token, admin.openid, 'o-newcomer']) {
      expect(cloudFunction.written()).not.toContain(text)
    }
  })
})

it('the function of the timer runs the jobs and counts what it did', async () => {
  const leaver = await admit(api.db)
  await api.call('me.requestErasure', { requestId: randomUUID() }, { token: leaver.token })
  await api.db
    .updateTable('resident')
    .set({ erase_after: new Date(0) })
    .where('id', '=', leaver.residentId)
    .execute()
  const jobs = await openCloudFunction('jobs', api.runTimeUrl)
  try {
    expect(await jobs.call({}, null)).toMatchObject({ failed: 0, done: expect.any(Number) })
    expect(await api.call('me.show', {}, { token: leaver.token })).toEqual({
      ok: false,
      fault: 'unauthenticated',
    })
    expect(jobs.written()).toContain('erase-due-residents')
  } finally {
    await jobs.close()
  }
})

it.each(['api', 'jobs'] as const)(
  'the function %s does not load with incomplete settings, and says which',
  async (name) => {
    const load = openCloudFunction(name, '', { PHONE_KEY: 'x', WITHOUT_WECHAT: '0' })
    await expect(load).rejects.toThrow(/DATABASE_URL is not set/)
    await expect(load).rejects.toThrow(/WECHAT_APP_ID and WECHAT_APP_SECRET/)
    if (name === 'api') await expect(load).rejects.toThrow(/PHONE_KEY is too weak/)
  },
)
