import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { handlers } from '../../../cloud/handlers'
import type { Handler } from '../../../cloud/app/handler'
import type { WriteQueue } from '../../../cloud/app/write-queue'
import { eraseDueResidents } from '../../../cloud/personal-data/erase'
import type { EndpointName } from '../../../core/contract'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { openApi, type TestApi } from '../../support/api/test-api'
import { done } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'

const NOW = parseInstant('2026-11-22T01:00:00.000Z')

let api: TestApi
/** Runs once, after the caller was recognised and before a transaction begins or a handler looks at anything. */
let meanwhile: (() => Promise<void>) | null = null

async function interrupt(): Promise<void> {
  const erasing = meanwhile
  meanwhile = null
  await erasing?.()
}
const show: Handler<'me.show'> = async (input, context) => {
  await interrupt()
  return handlers['me.show'](input, context)
}
const queue: WriteQueue = {
  run: async (_subject, transact) => {
    await interrupt()
    return transact()
  },
}

beforeAll(async () => {
  api = await openApi({
    frozenAt: '2026-11-22T01:00:00.000Z',
    openidByCode: { 'code-first': 'o-known', 'code-second': 'o-known' },
    handlers: { 'me.show': show },
    queue,
  })
})
afterAll(() => api.close())
afterEach(() => {
  expect(api.handled.filter(({ error }) => error !== undefined)).toEqual([])
})

const residentOf = async (openid: string): Promise<string> =>
  (
    await api.db
      .selectFrom('wechat_account')
      .select('resident_id')
      .where('openid', '=', openid)
      .executeTakeFirstOrThrow()
  ).resident_id

async function erase({ residentId }: Person): Promise<void> {
  await api.db
    .updateTable('resident')
    .set({ erase_after: new Date(NOW - 1) })
    .where('id', '=', residentId)
    .execute()
  expect(await eraseDueResidents(api.served, NOW)).toBe(1)
}

const calls: readonly (readonly [EndpointName, object])[] = [
  ['me.show', {}],
  ['family.add', { name: '小明', relation: 'child', birthYear: 2018, requestId: randomUUID() }],
  ['staff.openInvitation', { code: 'ABCD-EFGH-JKMN' }],
]

describe.each(calls)('%s, whose caller is erased while it runs', (name, input) => {
  it('is unauthenticated for a session, and nothing broke', async () => {
    const who = await admit(api.db)
    meanwhile = () => erase(who)
    expect(await api.call(name, input, { token: who.token })).toEqual({
      ok: false,
      fault: 'unauthenticated',
    })
    expect(meanwhile).toBeNull()
  })

  it('is answered to somebody new where WeChat vouches for the account', async () => {
    const who = await admit(api.db)
    meanwhile = () => erase(who)
    const answer = await api.call(name, input, { openid: who.openid })
    expect(answer).not.toHaveProperty('fault')
    expect(await residentOf(who.openid)).not.toBe(who.residentId)
  })
})

it('signing in while the account is erased signs in somebody new', async () => {
  await done(api.call('session.signIn', { wechatCode: 'code-first' }))
  const before = await residentOf('o-known')
  const eraser = new Client({ connectionString: api.runTimeUrl })
  await eraser.connect()
  try {
    await eraser.query('begin')
    for (const [table, column] of [
      ['session', 'resident_id'],
      ['wechat_account', 'resident_id'],
      ['resident', 'id'],
    ]) {
      await eraser.query(`delete from ${table} where ${column} = $1`, [before])
    }
    const answer = api.call('session.signIn', { wechatCode: 'code-second' })
    await Promise.race([answer, untilSomebodyWaits()])
    await eraser.query('commit')
    expect(await answer).toMatchObject({ ok: true })
    expect(await residentOf('o-known')).not.toBe(before)
  } finally {
    await eraser.end()
  }
})

/** Whoever opens a session for a row that is being deleted waits for that to end. Only its own user sees that it waits. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    `.execute(api.served)
    if (rows.length > 0) return
  }
}
