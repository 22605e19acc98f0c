import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { admit, makeToken } from '../../support/api/people'

const PER_RESIDENT = 5
const PER_ADDRESS = 8
const WINDOW_SECONDS = 60
const limits = { perResident: PER_RESIDENT, perAddress: PER_ADDRESS, windowSeconds: WINDOW_SECONDS }

let api: TestApi
let http: HttpApi
beforeAll(async () => {
  api = await openApi({ limits })
  http = await openHttp(api, { trustProxy: true })
})
afterAll(async () => {
  await http.close()
  await api.close()
})

type Asked = {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, unknown>
}

/** An address that no other test here comes from. */
let addresses = 0
const newAddress = (): string => `203.0.113.${(addresses += 1)}`

const ask = (address: string, token: string | null = null): Promise<Asked> =>
  http.post('home.show', {}, token, { headers: { 'x-forwarded-for': address } })

const times = <Value>(count: number, act: () => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, act))

const letIn = (answers: readonly Asked[]): number => answers.filter(({ status }) => status === 200).length

/** As if so many seconds had passed since the windows opened: the count runs on the server's own clock, not on the demo's. */
const age = (seconds: number) =>
  sql`update rate_window set opened_at = opened_at - ${seconds} * interval '1 second'`.execute(api.db)

describe('the limit of an address', () => {
  it('lets so many calls of strangers through, also when they come at once', async () => {
    const address = newAddress()
    expect(letIn(await times(PER_ADDRESS + 6, () => ask(address)))).toBe(PER_ADDRESS)
  })

  it('says in header and body when to come back, and holds until then', async () => {
    const address = newAddress()
    await times(PER_ADDRESS, () => ask(address))
    await age(10)
    const { status, body, headers } = await ask(address)
    expect(status).toBe(429)
    expect(body).toEqual({ ok: false, fault: 'rate_limited', retryAfterSeconds: expect.any(Number) })
    expect(headers['retry-after']).toBe(String(body['retryAfterSeconds']))
    const seconds = body['retryAfterSeconds'] as number
    expect(seconds).toBeGreaterThan(WINDOW_SECONDS - 10 - 5)
    expect(seconds).toBeLessThanOrEqual(WINDOW_SECONDS - 10)
    await age(seconds)
    expect(letIn(await times(PER_ADDRESS + 1, () => ask(address)))).toBe(PER_ADDRESS)
  })

  it('does not count against another address', async () => {
    const address = newAddress()
    await times(PER_ADDRESS + 1, () => ask(address))
    expect(await ask(newAddress())).toMatchObject({ status: 200 })
  })

  it('cannot be dodged by writing other addresses before the one that the proxy saw', async () => {
    const address = newAddress()
    const answers = await times(PER_ADDRESS + 3, () => ask(`${newAddress()}, ${address}`))
    expect(letIn(answers)).toBe(PER_ADDRESS)
  })

  it('cannot be dodged by making tokens up', async () => {
    const address = newAddress()
    expect(letIn(await times(PER_ADDRESS + 3, () => ask(address, makeToken())))).toBe(PER_ADDRESS)
  })

  it('does not block a resident who comes from a busy one', async () => {
    const address = newAddress()
    const resident = await admit(api.db)
    await times(PER_ADDRESS + 5, () => ask(address))
    expect(await ask(address, resident.token)).toMatchObject({ status: 200 })
    expect(await ask(address)).toMatchObject({ status: 429 })
  })

  it('is not kept as the address itself', async () => {
    const address = newAddress()
    await ask(address)
    const { rows } = await sql<{ subject: string }>`select subject from rate_window`.execute(api.db)
    expect(rows.length).toBeGreaterThan(0)
    for (const { subject } of rows) expect(subject).not.toContain(address)
  })
})

describe('the limit of a resident', () => {
  it('holds over all addresses, sessions and both entries together', async () => {
    const resident = await admit(api.db)
    const answers = await times(PER_RESIDENT + 3, () => ask(newAddress(), resident.token))
    expect(letIn(answers)).toBe(PER_RESIDENT)
    expect(await api.call('home.show', {}, { openid: resident.openid })).toMatchObject({
      fault: 'rate_limited',
    })
  })

  it('does not count against another resident', async () => {
    const [busy, calm] = [await admit(api.db), await admit(api.db)]
    await times(PER_RESIDENT + 1, () => ask(newAddress(), busy.token))
    expect(await ask(newAddress(), calm.token)).toMatchObject({ status: 200 })
  })

  it('begins anew when the window is over', async () => {
    const resident = await admit(api.db)
    await times(PER_RESIDENT + 1, () => ask(newAddress(), resident.token))
    await age(WINDOW_SECONDS)
    expect(await ask(newAddress(), resident.token)).toMatchObject({ status: 200 })
  })

  it('keeps a call that is over it from doing anything', async () => {
    const resident = await admit(api.db)
    await times(PER_RESIDENT, () => ask(newAddress(), resident.token))
    const choice = { compoundId: 'wutong-east', requestId: '11111111-1111-4111-8111-111111111111' }
    expect(await http.post('me.chooseCompound', choice, resident.token)).toMatchObject({ status: 429 })
    const { rows } =
      await sql`select from resident where id = ${resident.residentId} and compound_id is null`.execute(
        api.db,
      )
    expect(rows).toHaveLength(1)
  })

  it('is the same for somebody whom WeChat names and we do not know yet, each on their own', async () => {
    const asNew = (openid: string) => api.call('home.show', {}, { openid, address: 'cloud-function' })
    const replies = await times(PER_RESIDENT + 2, () => asNew('o-eager'))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(PER_RESIDENT)
    expect(await asNew('o-calm')).toMatchObject({ ok: true })
    const { rows } = await sql<{ subject: string }>`select subject from rate_window`.execute(api.db)
    expect(rows.map(({ subject }) => subject).join()).not.toContain('o-eager')
  })

  it('says when to come back also where the demonstration’s clock is years away', async () => {
    const resident = await admit(api.db)
    await api.call('demo.setNow', { instant: '2031-05-01T00:00:00Z' }, { address: newAddress() })
    const answers = await times(PER_RESIDENT + 1, () => ask(newAddress(), resident.token))
    const { body } = answers.find(({ status }) => status === 429) as Asked
    expect(body['retryAfterSeconds']).toBeGreaterThan(WINDOW_SECONDS - 10)
    expect(body['retryAfterSeconds']).toBeLessThanOrEqual(WINDOW_SECONDS)
  })
})

it('the jobs forget windows that are over, and only those', async () => {
  await sql`delete from rate_window`.execute(api.db)
  await ask(newAddress())
  await age(WINDOW_SECONDS + 1)
  await ask(newAddress())
  const reports = await runJobs(api.served)
  expect(reports.find(({ name }) => name === 'prune-rate-windows')).toMatchObject({ done: 1 })
  expect((await sql`select from rate_window`.execute(api.db)).rows).toHaveLength(1)
})
