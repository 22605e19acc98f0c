import { randomUUID } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import {
  endPrograms,
  startProgram,
  startServer,
  type RunningServer,
} from '../../support/api/processes/program'
import { testDatabaseUrls } from '../../support/database/test-postgres'
import { withoutTime } from '../../support/api/without-time'

/** What must not stand in any log or metric: who they are, from where they come, what they wrote. */
const WRITTEN = '王阿姨住在三楼'
const ADDRESS = '198.51.100.23'
const PHONE = '13812345678'
const WECHAT_CODE = 'the-code-of-wx-login'

const FAULT = { stack: 'at go (app.js:1:23)', route: 'pages/home/index', version: '0.2.0', trace: null }

let database: TestDatabase
let server: RunningServer
beforeAll(async () => {
  database = await createTestDatabase()
  server = await startServer({ DEMO: '1', DATABASE_URL: database.databaseUrl })
})
afterAll(async () => {
  await server.stop()
  await endPrograms()
  await database.drop()
})

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

async function post(endpoint: string, input: unknown = {}, token: string | null = null): Promise<Answer> {
  const response = await fetch(`${server.origin}/api/${endpoint}`, {
    method: 'POST',
    body: typeof input === 'string' ? input : JSON.stringify(input),
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': ADDRESS,
      'x-wx-openid': 'demo:admin',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  return { status: response.status, body: withoutTime((await response.json()) as Record<string, unknown>) }
}

const health = async (): Promise<number> => (await fetch(`${server.origin}/healthz`)).status

/** Grows with every token and id that this file comes across. */
const secrets: string[] = [
  WRITTEN,
  ADDRESS,
  WECHAT_CODE,
  PHONE,
  'demo:admin',
  'demo:resident-1',
  'demo:staff-office',
]
async function signIn(demoUser: string): Promise<string> {
  const { body } = await post('session.signIn', { demoUser })
  const { token } = body['value'] as { token: string }
  secrets.push(token)
  return token
}

async function withClient<Value>(url: string, act: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

const traces: string[] = []

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((settle) => setTimeout(settle, 20))
}

/** Within a transaction PostgreSQL shows the same activity again and again until it is told to look anew. */
async function somebodyWaits(client: Client): Promise<boolean> {
  await client.query('select pg_stat_clear_snapshot()')
  const waiting = await client.query(
    `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  return waiting.rowCount === 1
}

it('serves the pack it was started with, and is well', async () => {
  expect(await health()).toBe(200)
  const { status, body } = await post('home.show')
  expect(status).toBe(200)
  expect(body).toMatchObject({ ok: true, value: { subdistrict: { name: '云溪街道' } } })
})

it('answers a day of all sorts of calls', async () => {
  const [resident, staff] = [await signIn('resident-1'), await signIn('staff-office')]
  const me = (await post('me.export', {}, resident)).body['value'] as {
    tables: { resident: { id: string }[] }
  }
  secrets.push(me.tables.resident[0]?.id ?? 'missing')
  const hours = {
    officeId: 'wutong-hall',
    day: '2030-11-25',
    intervals: [[540, 720]],
    note: WRITTEN,
    requestId: randomUUID(),
  }
  const statuses = [
    await post('me.chooseCompound', { compoundId: 'wutong-east', requestId: randomUUID() }, resident),
    await post('office.setHoursOn', hours, staff),
    await post('session.signIn', { wechatCode: WECHAT_CODE }),
    await post('office.show', { officeId: 'no-such-office' }),
    await post('client.reportFault', { ...FAULT, message: `no ${PHONE}` }),
    await post('office.setHoursOn', hours, resident),
    await post('me.show', {}, `${resident}x`),
    await post('office.show', { officeId: WRITTEN }),
    await post('me.show', `{"${WRITTEN}":`, resident),
    await post('nothing.here', { openid: WRITTEN }),
    await post('session.signOut', {}, staff),
  ].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 403, 401, 400, 400, 404, 200])
})

it('counts calls by names of ours, for this machine only', async () => {
  const { status, text } = await fetch(`${server.origin}/metrics`).then(async (response) => ({
    status: response.status,
    text: await response.text(),
  }))
  expect(status).toBe(200)
  expect(text).toContain('api_calls_total{endpoint="office.show",outcome="office_not_found"} 1')
  expect(text).toContain('api_calls_total{endpoint="unknown",outcome="unknown_endpoint"} 1')
  expect(text).toMatch(/api_call_duration_seconds_count\{endpoint="me.chooseCompound"\} 1/)
  for (const secret of secrets) expect(text).not.toContain(secret)
  const lentByProxy = await fetch(`${server.origin}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } })
  expect(lentByProxy.status).toBe(403)
})

describe('node dist/jobs/main.cjs --once', () => {
  const jobs = (...args: string[]) =>
    startProgram('jobs', { DEMO: '1', DATABASE_URL: database.databaseUrl }, args).ended

  it('goes by the clock that the demonstration’s server was set to', async () => {
    const leaver = await signIn('resident-2')
    const { body } = await post('me.requestErasure', { requestId: randomUUID() }, leaver)
    expect(await jobs('--once')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('erase-due-residents: 0\n') as string,
    })
    const { eraseAfter } = body['value'] as { eraseAfter: string }
    expect(await post('demo.setNow', { instant: eraseAfter })).toMatchObject({ status: 200 })
    expect(await jobs('--once')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('erase-due-residents: 1\n') as string,
    })
    expect(await post('me.show', {}, leaver)).toMatchObject({ status: 401 })
  })

  it('says how it is used when it is used otherwise', async () => {
    expect(await jobs()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Use: node dist\/jobs\/main\.cjs --once [^\n]*\n$/) as string,
    })
  })
})

/** Starts a call that waits inside the database until `client` ends its transaction. */
async function holdUpCall(client: Client, token: string): Promise<{ answer: Promise<Answer> }> {
  await client.query('begin')
  await client.query('select from resident for update')
  const answer = post('me.chooseCompound', { compoundId: 'wutong-east', requestId: randomUUID() }, token)
  await until(() => somebodyWaits(client))
  return { answer }
}

/** Cuts the server off from its database, which lets nobody in until `act` is done. */
async function withoutDatabase(act: () => Promise<void>): Promise<void> {
  const name = new URL(database.databaseUrl).pathname.slice(1)
  await withClient(testDatabaseUrls().superuserUrl, async (client) => {
    await client.query(`alter database ${escapeIdentifier(name)} allow_connections false`)
    try {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and application_name = 'living-room-server'`,
        [name],
      )
      await act()
    } finally {
      await client.query(`alter database ${escapeIdentifier(name)} allow_connections true`)
    }
  })
}

it('says so while the database is gone, tells nobody why, and goes on when it is back', async () => {
  const resident = await signIn('resident-3')
  await withClient(database.databaseUrl, async (client) => {
    const { answer } = await holdUpCall(client, resident)
    await withoutDatabase(async () => {
      for (const { status, body } of [await answer, await post('office.show', { officeId: 'wutong-hall' })]) {
        expect({ status, body }).toEqual({
          status: 503,
          body: { ok: false, fault: 'overloaded', retryAfterSeconds: 5 },
        })
      }
      expect(await health()).toBe(503)
    })
  })
  await until(async () => (await health()) === 200)
  expect(await post('me.show', {}, resident)).toMatchObject({ status: 200 })
})

it('tells nobody what broke inside, only under which number to find it', async () => {
  await withClient(database.databaseUrl, async (client) => {
    await client.query('alter table office rename to office_elsewhere')
    try {
      for (const officeId of ['wutong-hall', 'qingshi-hall']) {
        const { status, body } = await post('office.show', { officeId })
        expect({ status, body }).toEqual({
          status: 500,
          body: { ok: false, fault: 'internal', trace: expect.any(String) },
        })
        traces.push(body['trace'] as string)
      }
    } finally {
      await client.query('alter table office_elsewhere rename to office')
    }
  })
})

it('when asked to stop, finishes what it has begun, takes nothing new, and ends well', async () => {
  const resident = await signIn('resident-4')
  await withClient(database.databaseUrl, async (client) => {
    const { answer } = await holdUpCall(client, resident)
    const stopped = server.stop()
    await until(() =>
      health().then(
        () => false,
        () => true,
      ),
    )
    expect(server.child.exitCode).toBeNull()
    await client.query('commit')
    expect(await answer).toMatchObject({
      status: 200,
      body: { ok: true, value: { compoundId: 'wutong-east' } },
    })
    expect(await stopped).toMatchObject({ code: 0, signal: null, stderr: '' })
  })
})

describe('its log', () => {
  const lines = () =>
    server
      .stdout()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  it('has one line for each call, with endpoint, outcome, time and a trace of its own', () => {
    const calls = lines().filter(({ msg }) => msg === 'call' || msg === 'call failed')
    expect(calls.length).toBeGreaterThan(15)
    for (const call of calls) {
      expect(call).toMatchObject({
        endpoint: expect.any(String),
        outcome: expect.any(String),
        ms: expect.any(Number),
      })
      const known = ['level', 'time', 'endpoint', 'outcome', 'trace', 'ms', 'msg', 'err', 'phone']
      expect(Object.keys(call).filter((key) => !known.includes(key))).toEqual([])
    }
    expect(new Set(calls.map(({ trace }) => trace)).size).toBe(calls.length)
    expect(calls.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining([
        'ok',
        'forbidden',
        'unauthenticated',
        'invalid_input',
        'office_not_found',
        'unknown_endpoint',
        'internal',
      ]),
    )
  })

  it('has what broke on a phone in the line of its report', () => {
    expect(lines().filter(({ endpoint }) => endpoint === 'client.reportFault')).toMatchObject([
      {
        outcome: 'ok',
        trace: expect.any(String),
        phone: { message: 'no *', frames: ['at go (app.js:1:23)'] },
      },
    ])
  })

  it('leads from the trace of an internal fault to what broke', () => {
    expect(traces).toHaveLength(2)
    for (const known of traces) {
      const line = lines().find(({ trace }) => trace === known)
      expect(line).toMatchObject({ level: 50, outcome: 'internal', err: { frames: expect.any(Array) } })
    }
  })

  it('knows nobody: no account, no token, no address, nothing that anybody wrote', () => {
    expect(secrets.length).toBeGreaterThan(8)
    const whole = lines()
      .map((line) => JSON.stringify(line))
      .join('\n')
    for (const secret of secrets) expect(whole).not.toContain(secret)
    // The one address in it is the server's own.
    expect(whole.replaceAll(`Server listening at ${server.origin}`, '')).not.toMatch(
      /127\.0\.0\.1|authorization|forwarded/i,
    )
  })
})
