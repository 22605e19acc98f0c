import { STATUS_BY_FAULT } from '../../../cloud/server/routes/api-route'
import { moveClock } from '../../../cloud/repositories/database-mode'
import type { DeskHolder, DeskSessionRow, DeskSignIn } from '../../../core/contract/desk'
import { instant } from '../../../core/kernel/shanghai-time'
import { act, done } from '../../support/activities/activities'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { Pc, PUBLIC_ORIGIN } from '../../support/api/pc'
import { admit, type Person } from '../../support/api/people'

const START = '2026-12-01T01:00:00Z'
const MINUTE = 60_000

let api: TestApi
let http: HttpApi
let wang: Person
beforeAll(async () => {
  api = await openApi({ frozenAt: START })
  http = await openHttp(api, { publicOrigin: PUBLIC_ORIGIN })
})
afterAll(async () => {
  await http.close()
  await api.close()
})
beforeEach(async () => {
  await setNow(0)
  await api.db.deleteFrom('desk_sign_in').execute()
  wang = await admit(api.db, 'editor')
})

const setNow = (afterMs: number) => moveClock(api.db, instant(Date.parse(START) + afterMs))

const confirm = (who: Person, { signInId, digits }: DeskSignIn) =>
  act(api, 'desk.confirmSignIn', who, { signInId, digits })
const wrong = (digits: string) => (digits === '00' ? '01' : '00')

async function signedIn(who: Person, isPublicPc = false): Promise<Pc> {
  const pc = new Pc(http)
  const asked = await pc.ask(isPublicPc)
  await done(confirm(who, asked))
  expect((await pc.collect(asked.signInId)).body).toEqual({ ok: true, value: { state: 'signed-in' } })
  return pc
}

const sessionsOf = async (who: Person) =>
  (await done<{ sessions: readonly DeskSessionRow[] }>(api.call('desk.sessions', {}, { token: who.token })))
    .sessions

describe('signing in a PC', () => {
  it('takes a scan, two digits typed on the phone, and gives that browser a cookie no script reads', async () => {
    const pc = new Pc(http)
    const asked = await pc.ask()
    expect(asked.path).toBe(`/s/d/${asked.signInId}`)
    expect((await pc.collect(asked.signInId)).body).toMatchObject({ value: { state: 'waiting' } })
    const shown = await api.call('desk.showSignIn', { signInId: asked.signInId }, { token: wang.token })
    expect(shown).toMatchObject({
      value: { browser: 'Edge', system: 'Windows', isPublicPc: false, isNewBrowser: true },
    })
    expect(await confirm(wang, asked)).toMatchObject({ value: { called: '王芳' } })
    await pc.collect(asked.signInId)
    expect(pc.set[pc.set.length - 1]).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    )
    expect((await pc.call('desk.me')).body).toMatchObject({
      value: { called: '王芳', posts: [{ role: 'editor' }], idleMinutes: 60 },
    })
    expect((await pc.call('staff.ownPosts')).body).toMatchObject({ fault: 'unknown_endpoint' })
    const again = await new Pc(http).ask()
    expect(again.signInId).not.toBe(asked.signInId)
  })

  it('ends with the first wrong entry, also for the right digits afterwards', async () => {
    const asked = await new Pc(http).ask()
    const mistyped = { ...asked, digits: wrong(asked.digits) }
    expect(await confirm(wang, mistyped)).toMatchObject({ refusal: 'sign_in_digits_wrong' })
    expect(await confirm(wang, asked)).toMatchObject({ refusal: 'sign_in_ended' })
  })

  it('is collected by the browser that asked, by no other, and once', async () => {
    const pc = new Pc(http)
    const asked = await pc.ask()
    await done(confirm(wang, asked))
    const other = new Pc(http)
    await other.ask()
    expect((await other.collect(asked.signInId)).body).toMatchObject({ refusal: 'sign_in_ended' })
    expect((await pc.collect(asked.signInId)).body).toMatchObject({ value: { state: 'signed-in' } })
    expect((await pc.collect(asked.signInId)).body).toMatchObject({ refusal: 'sign_in_ended' })
  })

  it('is found by the code that a phone’s own browser shows, from the same network alone, with its digits', async () => {
    const asked = await new Pc(http).ask()
    expect(asked.code).toMatch(/^[A-Z2-9]{3}-[A-Z2-9]{3}-\d\d$/)
    const find = (code: string, token: string, remoteAddress = '127.0.0.1') =>
      http.post('desk.findSignIn', { code }, token, { remoteAddress })
    const typed = asked.code.toLowerCase().replace(/-/g, ' ')
    expect((await find(typed, wang.token)).body).toMatchObject({
      value: { signInId: asked.signInId, digits: asked.digits },
    })
    const mistyped = `${asked.code.slice(0, 8)}${wrong(asked.digits)}`
    expect((await find(mistyped, wang.token)).body).toMatchObject({ refusal: 'sign_in_ended' })
    expect((await find(typed, wang.token, '203.0.113.9')).body).toMatchObject({
      refusal: 'sign_in_elsewhere',
    })
    expect((await find(typed, (await admit(api.db)).token)).body).toMatchObject({ refusal: 'post_missing' })
    await done(confirm(wang, asked))
    expect((await find(typed, wang.token)).body).toMatchObject({ refusal: 'sign_in_ended' })
  })

  it('is over after two minutes', async () => {
    const pc = new Pc(http)
    const [asked, late] = [await pc.ask(), await new Pc(http).ask()]
    await setNow(2 * MINUTE - 1)
    await done(confirm(wang, asked))
    await setNow(2 * MINUTE)
    expect(await confirm(wang, late)).toMatchObject({ refusal: 'sign_in_ended' })
    expect((await pc.collect(asked.signInId)).body).toMatchObject({ refusal: 'sign_in_ended' })
  })

  it('needs a post', async () => {
    const asked = await new Pc(http).ask()
    expect(await confirm(await admit(api.db), asked)).toMatchObject({ refusal: 'post_missing' })
  })

  it('may be asked ten times at once from one address, and goes on when two minutes are over', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => new Pc(http).call('desk.beginSignIn', { isPublicPc: false })),
    )
    expect(answers.filter(({ body }) => body['ok'] === true)).toHaveLength(10)
    expect((await new Pc(http).call('desk.beginSignIn', { isPublicPc: false })).body).toMatchObject({
      refusal: 'too_many_sign_ins',
    })
    await setNow(2 * MINUTE)
    expect(await new Pc(http).ask()).toHaveProperty('digits')
  })
})

describe('a session', () => {
  it('is given a key for what is typed about persons, which no other session has', async () => {
    const [one, other] = [await signedIn(wang), await signedIn(wang)]
    const keyOf = async (pc: Pc) => ((await pc.call('desk.me')).body['value'] as DeskHolder).formKey
    expect(await keyOf(one)).toMatch(/^[\w-]{43}$/)
    expect(await keyOf(one)).toBe(await keyOf(one))
    expect(await keyOf(other)).not.toBe(await keyOf(one))
  })
})

describe('a call from a PC', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['our name over http', { origin: 'http://ketang.example.cn' }],
    ['no origin', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of our domain', { 'sec-fetch-site': 'same-site' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['no content type', { 'content-type': undefined }],
  ])('is turned away with 403 before dispatch: %s', async (_from, headers) => {
    const pc = await signedIn(wang)
    const before = api.handled.length
    expect(await pc.call('desk.me', {}, headers)).toEqual({
      status: STATUS_BY_FAULT.forbidden,
      body: { ok: false, fault: 'forbidden' },
    })
    expect(api.handled.length).toBe(before)
  })

  it('is recognised by its cookie alone: a bearer token is not read', async () => {
    const bearer = { authorization: `Bearer ${wang.token}` }
    expect((await new Pc(http).call('desk.me', {}, bearer)).status).toBe(401)
    expect((await new Pc(http).call('staff.posts', {}, bearer)).status).toBe(401)
  })

  it('is none on /api: the cookie is not read there, and the desk’s own endpoints do not exist', async () => {
    const pc = await signedIn(wang)
    const headers = { cookie: [...pc.cookies].map((pair) => pair.join('=')).join('; ') }
    expect((await http.post('me.show', {}, null, { headers })).status).toBe(401)
    for (const endpoint of ['desk.me', 'desk.signOut', 'desk.beginSignIn', 'desk.signInState'])
      expect((await http.post(endpoint, {}, wang.token)).status).toBe(404)
  })

  it('opens nothing that its holder has as a resident, and confirms no other PC', async () => {
    const pc = await signedIn(wang)
    for (const endpoint of ['me.show', 'me.export', 'registration.mine', 'desk.confirmSignIn'])
      expect((await pc.call(endpoint)).status).toBe(404)
  })

  it('is nothing on GET', async () => {
    const response = await http.server.inject({ method: 'GET', url: '/desk/api/desk.me' })
    expect(response.statusCode).toBe(404)
  })

  it('from a page of this machine is taken where no public origin is set, from another name not', async () => {
    const local = await openHttp(api)
    const from = (host: string) =>
      local.server.inject({
        method: 'POST',
        url: '/desk/api/desk.beginSignIn',
        payload: { isPublicPc: false },
        headers: { host, origin: `http://${host}`, 'content-type': 'application/json' },
      })
    expect((await from('127.0.0.1:8787')).statusCode).toBe(200)
    expect((await from('127.0.0.1.evil.example')).statusCode).toBe(403)
    await local.close()
  })

  it('is logged as from a desk, in the name of a post', async () => {
    const admin = await admit(api.db, 'admin')
    const pc = await signedIn(admin)
    const invitation = { called: '张三', role: 'editor', officeIds: [], activityIds: [] }
    const { body } = await pc.call('staff.invite', {
      invitations: [{ ...invitation, mayReadLog: false, endsOn: null }],
    })
    expect(body).toMatchObject({ ok: true })
    const last = await api.db
      .selectFrom('staff_act')
      .select('source')
      .where('endpoint', '=', 'staff.invite')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ source: 'desk' })
  })
})

describe('a session', () => {
  it.each([
    ['the own PC', false, 60],
    ['a public PC', true, 10],
  ])('on %s locks when nobody used it for a while', async (_which, isPublic, minutes) => {
    const pc = await signedIn(wang, isPublic)
    await setNow(minutes * MINUTE - 1)
    expect((await pc.call('desk.me')).status).toBe(200)
    await setNow(2 * minutes * MINUTE - 2)
    expect((await pc.call('desk.me')).status).toBe(200)
    await setNow(3 * minutes * MINUTE)
    expect((await pc.call('desk.me')).status).toBe(401)
  })

  it('ends after twelve hours, however busy', async () => {
    const pc = await signedIn(wang)
    for (let passed = 50; passed < 12 * 60; passed += 50) {
      await setNow(passed * MINUTE)
      expect((await pc.call('desk.me')).status).toBe(200)
    }
    await setNow(12 * 60 * MINUTE)
    expect((await pc.call('desk.me')).status).toBe(401)
  })

  it('is listed for its holder, who ends it with one tap; nobody else does', async () => {
    const pc = await signedIn(wang)
    const [session] = await sessionsOf(wang)
    expect(session).toMatchObject({ browser: 'Edge', state: 'active', isNewBrowser: true, isThis: false })
    const { sessionId } = session as DeskSessionRow
    const stranger = await admit(api.db, 'admin')
    expect(await act(api, 'desk.endSession', stranger, { sessionId })).toMatchObject({
      refusal: 'session_not_found',
    })
    expect((await pc.call('desk.me')).status).toBe(200)
    await done(act(api, 'desk.endSession', wang, { sessionId }))
    expect((await pc.call('desk.me')).status).toBe(401)
    expect(await sessionsOf(wang)).toEqual([])
  })

  it('ends by signing out, and the browser is known the next time', async () => {
    const pc = await signedIn(wang)
    const token = pc.cookies.get('__Host-desk') ?? ''
    expect((await pc.call('desk.signOut')).status).toBe(200)
    pc.cookies.set('__Host-desk', token)
    expect((await pc.call('desk.me')).status).toBe(401)
    const asked = await pc.ask()
    const shown = await api.call('desk.showSignIn', { signInId: asked.signInId }, { token: wang.token })
    expect(shown).toMatchObject({ value: { isNewBrowser: false } })
  })

  it('whose cookie was stolen opens nothing at the very next call after 离岗', async () => {
    const pc = await signedIn(wang)
    const pending = new Pc(http)
    const asked = await pending.ask()
    await done(confirm(wang, asked))
    await done(act(api, 'staff.leave', wang, {}))
    for (const endpoint of ['desk.me', 'staff.posts', 'desk.sessions'])
      expect((await pc.call(endpoint)).status).toBe(401)
    expect((await pending.collect(asked.signInId)).body).toMatchObject({ refusal: 'sign_in_ended' })
  })

  it('ends with the last post, also where that only ran out', async () => {
    const pc = await signedIn(wang)
    await api.db
      .updateTable('post')
      .set({ ends_at: new Date(Date.parse(START) + MINUTE) })
      .where('resident_id', '=', wang.residentId)
      .execute()
    expect((await pc.call('desk.me')).status).toBe(200)
    await setNow(MINUTE)
    expect((await pc.call('desk.me')).status).toBe(401)
  })
})
