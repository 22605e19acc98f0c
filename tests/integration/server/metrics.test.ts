import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { endPrograms, production, startServer, type RunningServer } from '../../support/api/processes/program'

let database: TestDatabase
let server: RunningServer
let metricsAt: string
beforeAll(async () => {
  database = await createTestDatabase()
  const port = await freePort()
  metricsAt = `http://127.0.0.1:${port}/metrics`
  server = await startServer({
    DATABASE_URL: database.databaseUrl,
    ...production(),
    METRICS_PORT: String(port),
  })
})
afterAll(async () => {
  await server.stop()
  await endPrograms()
  await database.drop()
})

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })
}

const metrics = async () => (await fetch(metricsAt)).text()
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
const valueOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1),
  )

it('stand on a port of their own, and not on that of the residents', async () => {
  expect((await fetch(metricsAt)).status).toBe(200)
  expect((await fetch(`${server.origin}/metrics`)).status).toBe(404)
  expect((await fetch(metricsAt.replace('/metrics', '/'))).status).toBe(404)
})

it('tell of the pool, the database, the messages, the screens and the build', async () => {
  const text = await metrics()
  expect(valueOf(text, 'database_figures_up')).toBe(1)
  expect(valueOf(text, 'database_pool_connections{state="waiting"}')).toBe(0)
  expect([0, new Date().getFullYear(), new Date().getFullYear() + 1]).toContain(
    valueOf(text, 'holidays_missing_year'),
  )
  expect(valueOf(text, 'database_size_bytes')).toBeGreaterThan(1_000_000)
  for (const fate of ['inbox', 'pending', 'sending', 'sent', 'unsent', 'dropped'])
    expect(valueOf(text, `messages_by_fate{fate="${fate}"}`)).toBe(0)
  expect(valueOf(text, 'screens{state="paired"}')).toBe(0)
  expect(text).toMatch(/build_info\{version="\d+\.\d+\.\d+",program="[0-9a-f]{12}",node="v\d+/)
})

it('count what dispatch never saw, and a proxy that was not announced', async () => {
  await post('/api/home.show', '{"broken')
  await post('/desk/api/desk.me', '{}', { origin: 'https://elsewhere.example' })
  await post('/api/home.show', '{}', { 'x-forwarded-for': '203.0.113.7' })
  const text = await metrics()
  expect(valueOf(text, 'api_refused_before_dispatch_total{status="400"}')).toBe(1)
  expect(valueOf(text, 'api_refused_before_dispatch_total{status="403"}')).toBe(1)
  expect(valueOf(text, 'proxy_mismatch_total')).toBe(1)
  expect(valueOf(text, 'api_calls_total{endpoint="home.show",outcome="ok"}')).toBe(1)
})

it('have every name that an alert goes by, and the runbook every place that one leads to', async () => {
  const rules = await readFile('deploy/prometheus/alerts.yml', 'utf8')
  const names = new Set([...(await metrics()).matchAll(/^# TYPE (\w+) (\w+)/gm)].map(([, name]) => name))
  const expressions = [...rules.matchAll(/^ +expr: (.+)$/gm)].map(([, expression = '']) => expression)
  expect(expressions.length).toBe([...rules.matchAll(/- alert:/g)].length)
  const asked = expressions
    // Without what stands in braces, brackets and quotes, numbers, and the words of PromQL.
    .flatMap(
      (expression) =>
        expression
          .replace(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|without) ?\([^)]*\)/g, '')
          .match(/\b[a-z]\w*_\w+\b(?!\()/g) ?? [],
    )
    .map((name) => name.replace(/_bucket$/, ''))
  expect(asked.length).toBeGreaterThan(12)
  expect(asked.filter((name) => !names.has(name))).toEqual([])
  const runbook = await readFile('docs/runbook.md', 'utf8')
  for (const [, place] of rules.matchAll(/docs\/runbook\.md#(\d+)/g))
    expect(runbook).toContain(`\n## ${place}. `)
})
