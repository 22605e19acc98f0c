import { sql } from 'kysely'
import { DATABASE_LOST } from '../../../cloud/app/dispatch'
import { connect } from '../../../cloud/database/connect'
import { createMetrics } from '../../../cloud/server/metrics'
import { act } from '../../support/activities/activities'
import { openApi, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

let breaks = true
/** As a restart of PostgreSQL or a proxy in between does it; on a connection beside those of the tests, which watch theirs. */
async function breakConnection(): Promise<never> {
  const own = connect(api.databaseUrl, { poolSize: 1, onIdleError: () => undefined })
  try {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(own)
  } finally {
    await own.destroy()
  }
  throw new Error('the connection should be gone')
}

let api: TestApi
let resident: Person
beforeAll(async () => {
  api = await openApi({
    handlers: {
      'me.kept': () => breakConnection(),
      'family.add': () =>
        breaks ? breakConnection() : Promise.resolve({ ok: true, value: { familyMemberId: 'f' } }),
    },
  })
  resident = await admit(api.db)
})
afterAll(() => api.close())

const add = () => act(api, 'family.add', resident, { name: '妈妈', relation: '母亲', birthYear: 1950 })

describe('a call whose connection to the database breaks', () => {
  it('is asked to come again, and counted apart from faults of ours', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.call('me.kept', {}, { token: resident.token })),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 })))
    const seen = api.handled.filter(({ endpoint }) => endpoint === 'me.kept')
    expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(new Set([DATABASE_LOST]))
    expect(seen.every(({ error }) => error === undefined)).toBe(true)
  })

  it('leaves nothing half done, and its number free for the next try', async () => {
    breaks = true
    expect(await add()).toMatchObject({ fault: 'overloaded' })
    breaks = false
    expect(await add()).toMatchObject({ ok: true })
  })
})

it('lost connections have a number of their own in the metrics', async () => {
  const metrics = createMetrics()
  metrics.lostConnection()
  metrics.observe({ endpoint: 'me.show', outcome: DATABASE_LOST, milliseconds: 1, trace: '' })
  const text = await metrics.text()
  expect(text).toContain('database_connections_lost_total 1')
  expect(text).toContain('api_calls_total{endpoint="me.show",outcome="database_lost"} 1')
  expect(text).not.toContain('outcome="internal"')
})
