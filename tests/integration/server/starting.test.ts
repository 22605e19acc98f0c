import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { fixMode } from '../../../cloud/repositories/database-mode'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database'
import { openApi } from '../../support/api/test-api'
import { withoutTime } from '../../support/api/without-time'
import {
  endPrograms,
  PRODUCTION,
  production,
  startProgram,
  startServer,
  type Ended,
} from '../../support/api/processes/program'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await endPrograms()
  await database.drop()
})

const start = (env: Record<string, string>): Promise<Ended> =>
  startProgram('server', { PORT: '1', DATABASE_URL: database.databaseUrl, ...production(), ...env }).ended

const bodyOf = async (response: Response) => withoutTime((await response.json()) as Record<string, unknown>)

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

describe('production refuses to start, in words that say what to set,', () => {
  it('with nothing set, all at once', async () => {
    const { code, stdout, stderr } = await startProgram('server', { PORT: '1', HOST: '0.0.0.0' }).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    const about = stderr.trimEnd().split('\n')
    expect(about).toEqual([
      expect.stringMatching(/^DATABASE_URL is not set/),
      expect.stringMatching(/^PHONE_KEY is not set.*openssl rand -hex 32/),
      expect.stringMatching(/^WECHAT_APP_ID and WECHAT_APP_SECRET are not set.*WITHOUT_WECHAT=1/),
      expect.stringMatching(/^HOST is 0\.0\.0\.0.*PLAIN_HTTP=1/),
    ])
  })

  it('with a data pack that has samples, before any of it is loaded', async () => {
    expectRefusal(await start({ DATA_PACK: 'data/caoyang' }), /has samples.*示例.*activities\.csv/)
    expect((await sql`select from office`.execute(database.db)).rows).toEqual([])
  })

  it('with a clock that is not the database’s', async () => {
    expectRefusal(await start({ NODE_OPTIONS: await clockAhead(6_000) }), /is 6 s ahead of the database/)
  })
})

/** Node's options under which a program takes it to be later than it is. */
async function clockAhead(ms: number): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'caoyang-clock-')), 'ahead.cjs')
  await writeFile(file, `const now = Date.now.bind(Date); Date.now = () => now() + ${ms}`)
  return `--require ${file}`
}

describe('--check', () => {
  const check = (env: Record<string, string>) =>
    startProgram('server', { DATABASE_URL: database.databaseUrl, ...production(), ...env }, ['--check']).ended

  it('prints every finding at once and changes nothing', async () => {
    const empty = await createEmptyDatabase()
    const dataDir = join(await mkdtemp(join(tmpdir(), 'caoyang-check-')), 'not', 'there')
    try {
      const { code, stdout, stderr } = await check({
        DATABASE_URL: empty.databaseUrl,
        PHONE_KEY: 'x',
        TRUST_PROXY: 'true',
        DATA_PACK: 'data/caoyang',
        DATA_DIR: dataDir,
        NODE_OPTIONS: await clockAhead(-60_000),
      })
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      for (const words of [
        'TRUST_PROXY is true',
        'PHONE_KEY is too weak',
        'has samples',
        's behind the database',
      ])
        expect(stdout).toContain(words)
      expect(stdout).toContain('The next start migrates the database: 0001')
      const tables = await sql`select from pg_class where relnamespace = 'public'::regnamespace`.execute(
        empty.db,
      )
      const settings = await sql`
        select from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())`
      expect([tables.rows, (await settings.execute(empty.db)).rows]).toEqual([[], []])
      await expect(access(dataDir)).rejects.toThrow('ENOENT')
    } finally {
      await empty.drop()
    }
  })

  it('is content with what a server starts with', async () => {
    const server = await startServer({ DATABASE_URL: database.runTimeUrl, ...production() })
    await server.stop()
    const { code, stdout } = await check({ DATABASE_URL: database.runTimeUrl })
    expect(stdout).toContain('✓ A start has everything that it needs.')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining('✗') as string })
  })

  it('tells of a user who could change tables, and a start says so and goes on', async () => {
    const server = await startServer({ DATABASE_URL: database.databaseUrl, ...production() })
    const words = /DATABASE_URL names living_room, who owns the tables:.*second user.*DATABASE_OWNER_URL/
    expect((await server.stop()).stdout).toMatch(words)
    const { code, stdout } = await check({ DATABASE_OWNER_URL: database.databaseUrl })
    expect(stdout).toMatch(words)
    expect(stdout).toMatch(/DATABASE_OWNER_URL is of no use to a server/)
    expect(code).toBe(1)
  })

  it('tells of a secret that does not open what lies sealed', async () => {
    const server = await startServer({ DATABASE_URL: database.databaseUrl, ...production() })
    await server.stop()
    const { code, stdout } = await check({ PHONE_KEY: `another: ${PRODUCTION.PHONE_KEY}` })
    expect(stdout).toMatch(/✗ Keys in this database were sealed with another secret/)
    expect(code).toBe(1)
  })
})

describe('with an owner who migrates and a user who serves', () => {
  let empty: TestDatabase
  beforeEach(async () => {
    empty = await createEmptyDatabase()
  })
  afterEach(() => empty.drop())
  const serving = () => ({ DATABASE_URL: empty.runTimeUrl, ...production() })

  it('the server waits for the owner, then starts, loads the pack, answers and runs jobs', async () => {
    expectRefusal(await start(serving()), /is empty: run `node dist\/database\/main.cjs` as its owner/)
    const owner = { DATABASE_OWNER_URL: empty.databaseUrl, DATABASE_URL: empty.runTimeUrl }
    const migrated = await startProgram('database', owner).ended
    expect(migrated).toMatchObject({ code: 0, stderr: '' })
    expect(migrated.stdout).toMatch(/Migrated: 0001-people, .*\nliving_room_run_time may serve, and neither/s)

    const server = await startServer(serving())
    const answer = await fetch(`${server.origin}/api/office.list`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await bodyOf(answer)).toMatchObject({ ok: true })
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
    expect((await server.stop()).stdout).not.toMatch(/owns the tables|slow|not set up/)
    const jobs = await startProgram('jobs', serving(), ['--once']).ended
    expect(jobs).toMatchObject({ code: 0, stderr: '' })
    expect(jobs.stdout).toContain('prune-history: 0')
    expect(await startProgram('pack', serving(), ['--apply']).ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('和上次读入的一样') as string,
    })
  })

  it('migrating again grants the same, and wants two users of one database', async () => {
    const owner = { DATABASE_OWNER_URL: empty.databaseUrl, DATABASE_URL: empty.runTimeUrl }
    await startProgram('database', owner).ended
    expect(await startProgram('database', owner).ended).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to migrate\.\n.* may serve/) as string,
    })
    for (const env of [
      { DATABASE_OWNER_URL: empty.databaseUrl },
      { ...owner, DATABASE_URL: empty.databaseUrl },
      { ...owner, DATABASE_URL: database.runTimeUrl },
    ])
      expectRefusal(await startProgram('database', env).ended, /by the names of two users/)
  })
})

it.each(['server', 'jobs'] as const)('%s does not run without a database that was named', async (name) => {
  const { code, stderr } = await startProgram(
    name,
    { PORT: '1', ...production() },
    name === 'jobs' ? ['--once'] : [],
  ).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(/^DATABASE_URL is not set: [^\n]*DEMO=1[^\n]*EMBEDDED=1[^\n]*\n$/)
})

it('jobs on a database that was never migrated say so in one sentence', async () => {
  const empty = await createEmptyDatabase()
  try {
    const ended = await startProgram('jobs', { DATABASE_URL: empty.databaseUrl }, ['--once']).ended
    expectRefusal(ended, /is empty: run `node dist\/database\/main.cjs`/)
  } finally {
    await empty.drop()
  }
})

it('a second server beside the first is told which port is taken', async () => {
  const first = await startServer({ DATABASE_URL: database.databaseUrl, ...production() })
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
  const server = await startServer({ DATABASE_URL: database.databaseUrl, ...production() })
  try {
    const post = (endpoint: string, input: object) =>
      fetch(`${server.origin}/api/${endpoint}`, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json' },
      })
    const setNow = await post('demo.setNow', { instant: '2031-01-01T00:00:00Z' })
    expect({ status: setNow.status, body: await bodyOf(setNow) }).toEqual({
      status: 404,
      body: { ok: false, fault: 'unknown_endpoint' },
    })
    const signIn = await post('session.signIn', { demoUser: 'admin' })
    expect(await bodyOf(signIn)).toEqual({ ok: false, refusal: 'demo_user_not_allowed' })
    const { rows } = await sql`select clock_offset_ms from database_mode`.execute(database.db)
    expect(rows).toEqual([{ clock_offset_ms: 0 }])
  } finally {
    await server.stop()
  }
})

it.each([
  ['a demonstration takes any, and the token opens what is that person’s', { DEMO: '1' }],
  ['production without an account refuses all', {}],
] as const)('codes of wx.login: %s', async (_which, env) => {
  const server = await startServer({ DATABASE_URL: database.databaseUrl, ...production(), ...env })
  const post = (endpoint: string, input: object, token = '') =>
    fetch(`${server.origin}/api/${endpoint}`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
  try {
    for (const wechatCode of ['0a1BcdEfGh', 'the code is a mock one'.replaceAll(' ', '-')]) {
      const answer = await bodyOf(await post('session.signIn', { wechatCode }))
      if (!('DEMO' in env)) expect(answer).toEqual({ ok: false, refusal: 'wechat_code_rejected' })
      else {
        const { token } = (answer as { value: { token: string } }).value
        expect((await post('me.show', {}, token)).status).toBe(200)
      }
    }
    expect((await post('me.show', {})).status).toBe(401)
  } finally {
    await server.stop()
  }
})

it('no statement moves the clock of a database that is not a demonstration’s', async () => {
  const api = await openApi({ isDemo: false })
  try {
    const move = sql`update database_mode set clock_offset_ms = 1`.execute(api.db)
    await expect(move).rejects.toThrow(/check constraint/)
  } finally {
    await api.close()
  }
})
