import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { openProxy, type Proxy } from '../../chaos/proxy'
import { makeActivity } from '../../support/activities/activities'
import { endPrograms, production, startProgram, startServer } from '../../support/api/processes/program'
import type { RunningServer } from '../../support/api/processes/program'
import { admit, type Person } from '../../support/api/people'
import { createTestDatabase, type TestDatabase } from '../../support/database'

/** The page is followed to the letter: what stands in it between backticks is what is run here. */
const PAGE = 'docs/runbook.md'

let database: TestDatabase
let toDatabase: Proxy
let server: RunningServer
let page: string
let folder: string
let env: Record<string, string>
let resident: Person
beforeAll(async () => {
  page = await readFile(PAGE, 'utf8')
  folder = await mkdtemp(join(tmpdir(), 'caoyang-runbook-'))
  database = await createTestDatabase()
  toDatabase = await openProxy()
  const url = new URL(database.databaseUrl)
  toDatabase.leadTo([Number(url.port)])
  url.port = String(toDatabase.port)
  const metrics = await openProxy()
  metrics.close()
  env = { DATABASE_URL: url.href, ...production(), METRICS_PORT: String(metrics.port) }
  server = await startServer(env)
  resident = await admit(database.db)
})
afterAll(async () => {
  await server.stop()
  toDatabase.close()
  await endPrograms()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** What stands in backticks under a symptom and begins so. */
function written(symptom: number, beginning: string): string {
  const [, section = ''] = new RegExp(`\\n## ${symptom}\\. [^]*?\\n\\n([^]*?)(?=\\n## |$)`).exec(page) ?? []
  const found = [...section.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
  const code = found.find((one) => one.startsWith(beginning))
  if (code === undefined)
    throw new Error(`symptom ${symptom} says nothing that begins with ${beginning}: ${found.join(' · ')}`)
  return code
}

/** Runs a line of the page in a shell, with the names that its head explains. Gives what it prints. */
async function run(symptom: number, beginning: string, more: Record<string, string> = {}): Promise<string> {
  const logged = join(folder, 'log')
  await writeFile(logged, server.stdout())
  const script = `log() { cat ${logged}; }\n${written(symptom, beginning)}`
  const given = {
    PATH: process.env['PATH'] ?? '',
    ...env,
    S: server.origin,
    M: `http://127.0.0.1:${env['METRICS_PORT']}/metrics`,
    ...more,
  }
  return new Promise((settle) =>
    execFile('/bin/sh', ['-c', script], { env: given }, (_error, stdout, stderr) => settle(stdout + stderr)),
  )
}

async function ask<Row extends QueryResultRow>(statement: string): Promise<readonly Row[]> {
  const client = new Client(database.databaseUrl)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const post = (endpoint: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.origin}/api/${endpoint}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

/** The log comes through a pipe: it may be a moment behind. */
async function until<Value>(look: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isThere(value)) return value
    await new Promise((settle) => setTimeout(settle, 50))
  }
}

it('1: whoever does not answer says why, and --check lists everything at once', async () => {
  expect(await run(1, 'curl -sS $S/livez')).toBe('{"ok":true}')
  const broken = { PHONE_KEY: 'x', PORT: 'eighty' }
  const { stderr } = await startProgram('server', { ...env, PHONE_KEY: 'x' }).ended
  expect(stderr.trim().split('\n').at(-1)).toContain('PHONE_KEY')
  const said = await run(1, 'node dist/server/main.cjs --check', broken)
  expect(said).toContain('PHONE_KEY')
  expect(said).toContain('PORT')
  expect(await run(1, 'curl -sS $S/livez', { S: 'http://127.0.0.1:1' })).toContain('curl: (7)')
})

it('2: the body of /readyz leads to the reason in the log, and migrating makes it ready', async () => {
  toDatabase.become('closed')
  const body = JSON.parse(await run(1, 'curl -sS $S/readyz')) as { fault: string; trace: string }
  expect(body.fault).toBe('database_unreachable')
  const why = () => run(2, 'log | grep "$TRACE"', { TRACE: body.trace })
  expect(await until(why, (line) => line !== '')).toMatch(/ECONNRESET|ECONNREFUSED|terminated|57P0/)
  toDatabase.become('open')
  await until(
    () => run(1, 'curl -sS $S/readyz'),
    (answer) => answer === '{"ok":true}',
  )
  // As if an older database had been restored under the server.
  await ask('create table newest as select * from migration order by name desc limit 1')
  const [newest] = await ask<{ name: string }>('select name from newest')
  await ask('delete from migration where name in (select name from newest)')
  const older = JSON.parse(await run(1, 'curl -sS $S/readyz')) as { trace: string }
  const lacks = () => run(2, 'log | grep "$TRACE"', { TRACE: older.trace })
  expect(await until(lacks, (line) => line !== '')).toContain(
    `the database lacks migrations: ${newest?.name}`,
  )
  await ask('insert into migration select * from newest')
  await ask('drop table newest')
  expect(await run(2, 'node dist/database/main.cjs')).toBe('Nothing to migrate.\n')
  expect(await run(1, 'curl -sS $S/readyz')).toBe('{"ok":true}')
})

it('3: a slow call names its statements, and who holds the others can be found and ended', async () => {
  const activityId = await makeActivity(database.db)
  const holder = new Client(database.databaseUrl)
  holder.on('error', () => undefined)
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from activity where id = $1 for update', [activityId])
  const input = { activityId, party: [null], requestId: '11111111-0000-4000-8000-000000000003' }
  const askedAt = performance.now()
  const waiting = post('registration.register', JSON.stringify(input), {
    authorization: `Bearer ${resident.token}`,
  })
  const blocked = () => ask<{ pid: number; wait_event_type: string }>(written(3, 'select pid'))
  const rows = await until(blocked, (all) => all.some((one) => one.wait_event_type === 'Lock'))
  const pid = rows.find((one) => one.wait_event_type === 'Lock')?.pid
  const by = await ask<{ pg_blocking_pids: number[] }>(
    written(3, 'select pg_blocking_pids(pid)').replace('(pid)', `(${pid})`),
  )
  const [blocking] = by[0]?.pg_blocking_pids ?? []
  // Slow from one second on, and given up by the queue soon after.
  await new Promise((settle) => setTimeout(settle, 1_050 - (performance.now() - askedAt)))
  await ask(written(3, 'select pg_terminate_backend(pid)').replace('(pid)', `(${blocking})`))
  expect((await waiting).status).toBe(200)
  const slow = () => run(3, `log | grep '"slow call"'`)
  expect(await until(slow, (line) => line !== '')).toMatch(/"statements":\["/)
  expect(await run(3, 'curl -sS $M')).toContain('database_pool_connections{state="waiting"} 0')
})

it('4: eight characters lead to endpoint, error and stack', async () => {
  await ask('alter table article rename to article_away')
  const { trace } = (await (await post('news.list', '{"column":null,"after":null}')).json()) as {
    trace: string
  }
  await ask('alter table article_away rename to article')
  const example = /(?<="trace":")3f2a9c41/
  expect(page).toMatch(example)
  // What a phone shows is the beginning.
  page = page.replace(example, trace.slice(0, 8))
  const told = await until(
    () => run(4, `log | grep '"trace"`),
    (text) => text !== '',
  )
  expect(told).toMatch(/"endpoint":"news.list".*"outcome":"internal"/)
  expect(told).toContain('cloud/handlers/news/list.ts')
})

it('5: what never came in is counted by its status, and a proxy that was not announced', async () => {
  await post('home.show', '{"broken')
  await post('home.show', '{}', { 'x-forwarded-for': '203.0.113.7' })
  const told = await run(5, 'curl -sS $M')
  expect(told).toContain('api_refused_before_dispatch_total{status="400"} 1')
  expect(told).toContain('proxy_mismatch_total 1')
})

it('6: every job runs by hand and says what it did, and a job that breaks is found', async () => {
  const told = await run(6, 'node dist/jobs/main.cjs --once')
  expect(told).toMatch(/^send-messages: \d+$/m)
  expect(told).toMatch(/^erase-due-residents: \d+$/m)
  await ask('alter table message rename to message_away')
  const broken = await run(6, 'node dist/jobs/main.cjs --once')
  await ask('alter table message_away rename to message')
  expect(broken).toMatch(/^send-messages: error/m)
  expect(written(6, `log | grep '"job failed"'`)).toBeDefined()
})

it.each([
  [7, 'curl -sS $M', /^messages_by_fate\{fate="unsent"\} \d+\n[^]*^job_backlog\{job="send-messages"\} \d+$/m],
  [8, 'curl -sS $M', /^screens\{state="paired"\} 0\nscreens\{state="seen"\} 0$/m],
  [9, 'curl -sS $M', /^database_size_bytes \d+$/m],
  [9, 'df -h', /Use%|Capacity/],
  [10, 'curl -sS $M', /^build_info\{version="[\d.]+",program="[0-9a-f]{12}",node="v/m],
])('%s: %s shows it', async (symptom, line, shown) => {
  expect(await run(symptom, line)).toMatch(shown)
})

it('9: the largest tables are named with their size', async () => {
  const rows = await ask<{ relname: string; pg_size_pretty: string }>(written(9, 'select relname'))
  expect(rows).toHaveLength(5)
  expect(rows[0]?.pg_size_pretty).toMatch(/B$/)
})
