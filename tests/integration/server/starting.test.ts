import { sql } from 'kysely'
import { fixMode } from '../../../cloud/repositories/database-mode'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { openHouse } from '../../support/api/house'
import { endPrograms, startProgram, startServer, type Ended } from '../../support/api/processes/program'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await endPrograms()
  await database.drop()
})

const start = (env: Record<string, string>): Promise<Ended> =>
  startProgram('server', { PORT: '1', DATABASE_URL: database.databaseUrl, ...env }).ended

/** One sentence or two on one line, naming what to change; no stack, and nothing served. */
function expectRefusal({ code, stdout, stderr }: Ended, words: RegExp): void {
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^[A-Z][^\n]*\.\n$/)
  expect(stderr).toMatch(words)
}

describe('a demonstration refuses to start', () => {
  it.each([
    ['where others could reach it', { HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0/],
    [
      'where it knows the real WeChat account',
      { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'hush' },
      /WECHAT_APP_SECRET/,
    ],
    [
      'on a database elsewhere',
      { DATABASE_URL: 'postgres://someone:hush@db.example.org/app' },
      /DATABASE_URL leads elsewhere/,
    ],
  ])('%s', async (_where, env, words) => {
    const ended = await start({ DEMO: '1', ...env })
    expectRefusal(ended, words)
    expect(ended.stderr).not.toContain('hush')
  })

  it('on a database made for real people, and leaves it as it is', async () => {
    await fixMode(database.db, false)
    expectRefusal(await start({ DEMO: '1' }), /not made for a demonstration/)
    const { rows } = await sql`select is_demo, clock_offset_ms from database_mode`.execute(database.db)
    expect(rows).toEqual([{ is_demo: false, clock_offset_ms: 0 }])
    expect((await sql`select from office`.execute(database.db)).rows).toEqual([])
  })
})

describe('production refuses to start', () => {
  it('on a database made for a demonstration', async () => {
    await fixMode(database.db, true)
    expectRefusal(await start({}), /made for a demonstration/)
    expect((await sql`select from office`.execute(database.db)).rows).toEqual([])
  })

  it.each([
    [{ PORT: 'eighty' }, /PORT is eighty/],
    [{ DEMO: 'yes' }, /DEMO is yes/],
    [{ WECHAT_APP_SECRET: 'hush' }, /WECHAT_APP_ID/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }, /DATABASE_URL/],
    [{ DATA_PACK: '/nowhere/at/all' }, /nowhere/],
  ])('with %j', async (env, words) => {
    const ended = await start(env as Record<string, string>)
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(words)
    expect(ended.stderr).not.toMatch(/^ +at |hush/m)
  })
})

it('a second server beside the first is told which port is taken', async () => {
  const first = await startServer({ DATABASE_URL: database.databaseUrl })
  try {
    const port = new URL(first.origin).port
    const ended = await start({ PORT: port })
    expect(ended.stderr).toMatch(new RegExp(`^Port ${port} is in use[^\\n]*\\n$`))
    expect(ended.code).toBe(1)
  } finally {
    await first.stop()
  }
})

it('what is the demonstration’s only, production does not know', async () => {
  const server = await startServer({ DATABASE_URL: database.databaseUrl })
  try {
    const post = (endpoint: string, input: object) =>
      fetch(`${server.origin}/api/${endpoint}`, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json' },
      })
    const setNow = await post('demo.setNow', { instant: '2031-01-01T00:00:00Z' })
    expect({ status: setNow.status, body: await setNow.json() }).toEqual({
      status: 404,
      body: { ok: false, fault: 'unknown_endpoint' },
    })
    const signIn = await post('session.signIn', { demoUser: 'admin' })
    expect(await signIn.json()).toEqual({ ok: false, refusal: 'demo_user_not_allowed' })
    const { rows } = await sql`select clock_offset_ms from database_mode`.execute(database.db)
    expect(rows).toEqual([{ clock_offset_ms: 0 }])
  } finally {
    await server.stop()
  }
})

it('no statement moves the clock of a database that is not a demonstration’s', async () => {
  const house = await openHouse({ isDemo: false })
  try {
    const move = sql`update database_mode set clock_offset_ms = 1`.execute(house.db)
    await expect(move).rejects.toThrow(/check constraint/)
  } finally {
    await house.close()
  }
})
