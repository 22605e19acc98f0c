import fc from 'fast-check'
import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import { RETENTION } from '../../../cloud/jobs/retention'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { openApi, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { fieldValues } from '../../support/api/inputs/field-values'
import { fuzzRuns } from '../../support/api/inputs/runs'
import { validInput } from '../../support/api/inputs/valid-input'
import { admit } from '../../support/api/people'
import { tableNames } from '../../support/api/write-count'
import { act, done, makeActivity, setNow } from '../../support/activities/activities'

const START = '2026-11-22T01:00:00.000Z'
const DAY = 86_400_000
const HOUR = 3_600_000

const countOf = async (api: TestApi, table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(api.db)).rows[0]?.n ??
  -1

const countsOf = async (api: TestApi): Promise<ReadonlyMap<string, number>> => {
  const names = await tableNames(api.db)
  return new Map(await Promise.all(names.map(async (name) => [name, await countOf(api, name)] as const)))
}

/** One row of each table, made at START by the acts that make them. */
async function fill(api: TestApi): Promise<void> {
  await setNow(api, START)
  const admin = await admit(api.db, 'admin')
  const stranger = await admit(api.db)
  await done(api.call('session.signIn', { demoUser: 'resident-1' }))
  await done(api.call('screen.startPairing', {}))
  const { token } = await done<{ token: string }>(
    act(api, 'poster.forOffice', admin, { officeId: OWN_OFFICE }),
  )
  await done(api.call('checkIn.open', { code: `p/${token}` }))
  expect(await api.call('checkIn.open', { code: 'nonsense' })).toMatchObject({ refusal: 'code_unknown' })
  const activityId = await makeActivity(api.db, {
    starts_at: new Date(START),
    ends_at: new Date('2026-11-22T03:00:00Z'),
  })
  expect(
    await api.call('door.findByNumber', { activityId, number: '0007' }, { token: admin.token }),
  ).toMatchObject({ refusal: 'not_registered' })
  expect(
    await api.call('staff.openInvitation', { code: 'AAAA-AAAA' }, { token: stranger.token }),
  ).toMatchObject({ refusal: 'invitation_not_found' })
}

const stays: readonly (readonly [number, readonly string[]])[] = [
  [HOUR / 6, ['wrong_code']],
  [DAY, ['wrong_number', 'screen_pairing']],
  [49 * HOUR, ['receipt']],
  [7 * DAY, ['request']],
  [30 * DAY, ['session']],
  [90 * DAY, ['refused_scan']],
]

describe('what whoever calls can put into a table', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await openApi({ frozenAt: START })
    await fill(api)
    // Sessions of the tests outlast them: only the one that was signed in counts.
    await sql`delete from session where expires_at > '2100-01-01'`.execute(api.db)
  })
  afterAll(() => api.close())

  it.each(stays)('for %i ms stay, and a moment later are gone: %j', async (ms, tables) => {
    const counts = () => Promise.all(tables.map((table) => countOf(api, table)))
    await setNow(api, new Date(Date.parse(START) + ms - 1).toISOString())
    await runJobs(api.served)
    for (const count of await counts()) expect(count).toBeGreaterThan(0)
    await setNow(api, new Date(Date.parse(START) + ms + 1).toISOString())
    for (const { error } of await runJobs(api.served)) expect(error).toBeUndefined()
    expect(await counts()).toEqual(tables.map(() => 0))
  })
})

describe('public endpoints', () => {
  const publicOnes = (Object.keys(contract) as EndpointName[]).filter((name) => {
    const { access, demoOnly }: Endpoint = contract[name]
    return access === 'public' && demoOnly !== true
  })
  /** Bounded by WeChat accounts, which nobody makes at will. */
  const ACCOUNTS = ['resident', 'wechat_account']
  const pruned = new Set<string>([...RETENTION.map(({ table }) => table), ...ACCOUNTS])
  let api: TestApi
  beforeAll(async () => {
    api = await openApi({ isDemo: false, openidByCode: { 'code-once': 'o-once' } })
  })
  afterAll(() => api.close())

  it.each(publicOnes)('%s adds rows only where a job deletes them', async (name) => {
    const before = await countsOf(api)
    await fc.assert(
      fc.asyncProperty(validInput(contract[name].input, fieldValues), async (input) => {
        await api.call(name, input)
      }),
      fuzzRuns(8),
    )
    if (name === 'session.signIn') await api.call(name, { wechatCode: 'code-once' })
    const grown = [...(await countsOf(api))].filter(([table, rows]) => rows > (before.get(table) ?? 0))
    expect(grown.map(([table]) => table).filter((table) => !pruned.has(table))).toEqual([])
  })
})
