import { sql } from 'kysely'
import { tokenHashOf } from '../../../cloud/app/token'
import { runJobs } from '../../../cloud/jobs/run'
import { openApi, type TestApi } from '../../support/api/test-api'
import { makeToken } from '../../support/api/people'

const START = '2026-11-22T01:00:00.000Z'
/** 30 days later: sessions opened at START end here. */
const END = '2026-12-22T01:00:00.000Z'
const LAST_MOMENT = '2026-12-22T00:59:59.999Z'

let api: TestApi
beforeAll(async () => {
  api = await openApi({
    frozenAt: START,
    openidByCode: {
      'code-once': 'o-once',
      'code-again': 'o-once',
      'code-out': 'o-out',
      'code-parallel': 'o-parallel',
    },
  })
})
afterAll(() => api.close())
beforeEach(() => api.call('demo.setNow', { instant: START }))

const hexOf = (bytes: Buffer): string => bytes.toString('hex')

interface SignedIn {
  readonly token: string
  readonly person: string
  readonly expiresAt: string
}

async function signIn(input: object, db = api): Promise<SignedIn> {
  const reply = await db.call('session.signIn', input)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value as SignedIn
}

const show = (token: string) => api.call('me.show', {}, { token })

const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(api.db)).rows[0]?.n ?? -1

describe('a demonstration’s user', () => {
  it.each([
    ['resident-1', null],
    ['resident-9999', null],
    ['staff-editor', 'editor'],
    ['staff-office', 'office'],
    ['staff-scanner', 'scanner'],
    ['admin', 'admin'],
  ])('%s signs in with the role %s', async (demoUser, staffRole) => {
    const { token, expiresAt } = await signIn({ demoUser })
    expect(expiresAt).toBe(END)
    expect(await show(token)).toMatchObject({
      ok: true,
      value: { compoundId: null, staffRole, eraseAfter: null },
    })
  })

  it('is the same person the next time, with a session of its own', async () => {
    const [first, second] = [
      await signIn({ demoUser: 'resident-7' }),
      await signIn({ demoUser: 'resident-7' }),
    ]
    expect(first.token).not.toBe(second.token)
    expect(first.person).toBe(second.person)
    expect((await signIn({ demoUser: 'resident-8' })).person).not.toBe(first.person)
    const choice = { compoundId: 'wutong-east', requestId: '11111111-1111-4111-8111-111111111111' }
    await api.call('me.chooseCompound', choice, { token: first.token })
    expect(await show(second.token)).toMatchObject({ value: { compoundId: 'wutong-east' } })
  })

  it('is refused where the database is not a demonstration’s', async () => {
    const production = await openApi({ isDemo: false })
    try {
      expect(await production.call('session.signIn', { demoUser: 'admin' })).toEqual({
        ok: false,
        refusal: 'demo_user_not_allowed',
      })
      expect((await sql`select from resident`.execute(production.db)).rows).toEqual([])
    } finally {
      await production.close()
    }
  })
})

describe('a WeChat login code', () => {
  it('opens a session once, and is refused the second time', async () => {
    const { token } = await signIn({ wechatCode: 'code-once' })
    expect(await show(token)).toMatchObject({ ok: true })
    expect(await api.call('session.signIn', { wechatCode: 'code-once' })).toEqual({
      ok: false,
      refusal: 'wechat_code_rejected',
    })
    expect(await show(token)).toMatchObject({ ok: true })
  })

  it('of the same account leads to the same person', async () => {
    const residents = await count('resident')
    await signIn({ wechatCode: 'code-again' })
    expect(await count('resident')).toBe(residents)
  })

  it('that WeChat does not know leaves nothing behind', async () => {
    const sessions = await count('session')
    expect(await api.call('session.signIn', { wechatCode: 'made-up' })).toMatchObject({
      refusal: 'wechat_code_rejected',
    })
    expect(await count('session')).toBe(sessions)
  })
})

describe('a session', () => {
  it('ends at its instant, not a millisecond before', async () => {
    const { token } = await signIn({ demoUser: 'resident-30' })
    await api.call('demo.setNow', { instant: LAST_MOMENT })
    expect(await show(token)).toMatchObject({ ok: true })
    await api.call('demo.setNow', { instant: END })
    expect(await show(token)).toEqual({ ok: false, fault: 'unauthenticated' })
  })

  it('is forgotten by the jobs from the same instant on', async () => {
    const { token } = await signIn({ demoUser: 'resident-31' })
    const kept = () =>
      api.db
        .selectFrom('session')
        .select('resident_id')
        .where('token_hash', '=', tokenHashOf(token))
        .execute()
    await api.call('demo.setNow', { instant: LAST_MOMENT })
    await runJobs(api.served)
    expect(await kept()).toHaveLength(1)
    await api.call('demo.setNow', { instant: END })
    await runJobs(api.served)
    expect(await kept()).toHaveLength(0)
  })

  it('that is signed out is over, and no other session with it', async () => {
    const [here, elsewhere] = [
      await signIn({ demoUser: 'resident-32' }),
      await signIn({ demoUser: 'resident-32' }),
    ]
    expect(await api.call('session.signOut', {}, { token: here.token })).toEqual({
      ok: true,
      value: { signedOut: true },
    })
    expect(await show(here.token)).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(await api.call('session.signOut', {}, { token: here.token })).toEqual({
      ok: false,
      fault: 'unauthenticated',
    })
    expect(await show(elsewhere.token)).toMatchObject({ ok: true })
  })

  it('is known to the database by a hash only', async () => {
    const { token } = await signIn({ demoUser: 'resident-33' })
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from session as t`.execute(
      api.db,
    )
    expect(rows.length).toBeGreaterThan(0)
    const beginnings = [
      token.slice(0, 12),
      hexOf(Buffer.from(token).subarray(0, 12)),
      hexOf(Buffer.from(token, 'base64url').subarray(0, 12)),
    ]
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(beginnings.join('|')))
    const theirs = rows.filter(({ row }) => row.includes(hexOf(tokenHashOf(token))))
    expect(theirs).toHaveLength(1)
  })

  it('belongs to nobody who makes a token up', async () => {
    await signIn({ demoUser: 'admin' })
    expect(await show(makeToken())).toEqual({ ok: false, fault: 'unauthenticated' })
  })
})

describe('the first sign-in of a person', () => {
  it('made on many phones at once makes one resident', async () => {
    const parallel = 8
    const codes = Array.from({ length: parallel }, (_, index) => `code-${index}`)
    const crowd = await openApi({
      openidByCode: Object.fromEntries(codes.map((code) => [code, 'o-crowd'])),
    })
    try {
      const signedIn = await Promise.all(codes.map((wechatCode) => signIn({ wechatCode }, crowd)))
      const shown = await Promise.all(signedIn.map(({ token }) => crowd.call('me.export', {}, { token })))
      const ids = shown.map(
        (reply) =>
          (reply as { value: { tables: { resident: { id: string }[] } } }).value.tables.resident[0]?.id,
      )
      expect(new Set(ids).size).toBe(1)
      expect((await sql`select from resident`.execute(crowd.db)).rows).toHaveLength(1)
      expect((await sql`select from session`.execute(crowd.db)).rows).toHaveLength(parallel)
    } finally {
      await crowd.close()
    }
  })

  it('made by parallel calls that WeChat vouches for makes one resident', async () => {
    const crowd = await openApi()
    try {
      const calls = Array.from({ length: 20 }, () => crowd.call('me.show', {}, { openid: 'o-new' }))
      for (const reply of await Promise.all(calls)) expect(reply).toMatchObject({ ok: true })
      expect((await sql`select from resident`.execute(crowd.db)).rows).toHaveLength(1)
      expect((await sql`select from wechat_account`.execute(crowd.db)).rows).toHaveLength(1)
    } finally {
      await crowd.close()
    }
  })
})
