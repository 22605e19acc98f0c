import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { admit, type Person } from '../../support/api/people'
import { withoutTime } from '../../support/api/without-time'
import { countWrites } from '../../support/api/write-count'

let api: TestApi
let http: HttpApi
let admin: Person
let writes: () => Promise<number>
let before: number
beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
  admin = await admit(api.db, 'admin')
  writes = await countWrites(api.db)
  before = await writes()
})
// Nothing in this file is a call that may write.
afterEach(async () => expect(await writes()).toBe(before))
afterAll(async () => {
  await http.close()
  await api.close()
})

const JSON_TYPE = { 'content-type': 'application/json' }
const raw = async (
  payload: string | Buffer | undefined,
  headers: Record<string, string> = JSON_TYPE,
  url = '/api/me.show',
) => {
  const response = await http.server.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${admin.token}`, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  const body = response.json<Record<string, unknown>>()
  // Whatever was wrong with the call, it is told what time it is.
  if (/^\/api\/[\w.]+$/.test(url)) expect(Date.parse(String(body['at']))).toBeGreaterThan(0)
  return {
    status: response.statusCode,
    body: withoutTime(body),
    headers: response.headers,
  }
}

describe('a body', () => {
  it.each([
    ['broken', '{"officeId":'],
    ['empty', ''],
    ['cut in a character', Buffer.from('{"officeId":"\xe6'.slice(0, -1), 'latin1')],
    ['JavaScript, not JSON', '{officeId: 1}'],
    ['NaN', '{"officeId":NaN}'],
    ['two values', '{} {}'],
    ['nested beyond reason and never closed', '['.repeat(60_000)],
  ])('that is %s is no valid JSON', async (_what, payload) => {
    const { status, body } = await raw(payload)
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        ok: false,
        fault: 'invalid_input',
        issues: [{ path: '', message: 'the body is no valid JSON' }],
      },
    })
  })

  it.each([
    ['nested 30,000 deep', `{"deep":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'deep'],
    ['with __proto__', '{"__proto__":{"isDemo":true}}', '__proto__'],
    ['with constructor.prototype', '{"constructor":{"prototype":{"role":"admin"}}}', 'constructor'],
    ['with a number beyond all numbers', '{"huge":1e999}', 'huge'],
    ['with the same unknown field twice', '{"openid":"a","openid":"b"}', 'openid'],
  ])('%s is refused by name', async (_what, payload, path) => {
    const { status, body } = await raw(payload)
    expect({ status, fault: body['fault'] }).toEqual({ status: 400, fault: 'invalid_input' })
    expect(body['issues']).toEqual([expect.objectContaining({ path })])
  })

  it('of another type is refused with the type that is wanted', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'nonsense',
    ]) {
      const { status, body } = await raw('{}', { 'content-type': type })
      expect(status).toBe(400)
      expect(body['issues']).toEqual([{ path: '', message: 'send the input as application/json' }])
    }
  })

  it('above 64 KiB is too large, one of 64 KiB is read', async () => {
    const bodyOf = (bytes: number) => `{"x":"${'x'.repeat(bytes - 8)}"}`
    expect(await raw(bodyOf(65_537))).toMatchObject({ status: 413, body: { ok: false, fault: 'too_large' } })
    expect(await raw(bodyOf(65_536))).toMatchObject({ status: 400, body: { fault: 'invalid_input' } })
    expect(await raw(bodyOf(5_000_000))).toMatchObject({ status: 413 })
  })

  it('may be missing or null where the input has no field that must be there', async () => {
    expect(await raw(undefined, {})).toMatchObject({ status: 200, body: { ok: true } })
    expect(await raw('null')).toMatchObject({ status: 200, body: { ok: true } })
    expect(await raw(undefined, {}, '/api/office.show')).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'officeId' }] },
    })
  })
})

describe('an endpoint', () => {
  it.each([
    'nothing.here',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'ME.SHOW',
    'me.show%00',
    'me.show%20',
    'me.show/',
    '..%2f..%2fetc%2fpasswd',
    'a'.repeat(250),
    'me.show/me.export',
    '',
  ])('named “%s” is unknown', async (name) => {
    expect(await raw('{}', JSON_TYPE, `/api/${name}`)).toMatchObject({
      status: 404,
      body: { ok: false, fault: 'unknown_endpoint' },
    })
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('is not answered to %s', async (method) => {
    const response = await http.server.inject({ method, url: '/api/home.show' })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual({
      ok: false,
      fault: 'unknown_endpoint',
      at: expect.any(String) as unknown,
    })
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('whose name is no valid URL is refused in the form of all refusals', async () => {
    expect(await raw('{}', JSON_TYPE, '/api/%zz')).toMatchObject({
      status: 400,
      body: {
        ok: false,
        fault: 'invalid_input',
        issues: [{ path: '', message: 'the address is no valid URL' }],
      },
    })
  })
})

describe('an identity', () => {
  const openidHeaders = () => ({
    'x-wx-openid': admin.openid,
    'x-wx-unionid': admin.openid,
    'x-wx-source': 'wx_client',
    'x-wx-context-keys': 'WX_OPENID',
    wx_openid: admin.openid,
    cookie: `token=${admin.token}; openid=${admin.openid}`,
  })

  it('in a header other than the bearer token is not read', async () => {
    const { status, body } = await raw('{}', { ...JSON_TYPE, ...openidHeaders(), authorization: '' })
    expect({ status, body }).toEqual({ status: 401, body: { ok: false, fault: 'unauthenticated' } })
  })

  it('in the body is an unknown field, for a stranger, a resident and staff alike', async () => {
    const resident = await admit(api.db)
    before = await writes()
    for (const token of [resident.token, admin.token]) {
      for (const field of ['openid', 'openId', 'userInfo', 'residentId', 'role']) {
        const { status, body } = await http.post('me.show', { [field]: admin.openid }, token)
        expect({ status, issues: body['issues'] }).toMatchObject({ status: 400, issues: [{ path: field }] })
      }
    }
    expect(await http.post('home.show', { openid: admin.openid })).toMatchObject({ status: 400 })
  })

  it('in headers beside a token changes nothing about whose token it is', async () => {
    const resident = await admit(api.db)
    before = await writes()
    const { body } = await http.post('me.show', {}, resident.token, { headers: openidHeaders() })
    expect(body).toMatchObject({ ok: true, value: { staffRole: null } })
  })

  it.each([
    ['Basic', (token: string) => `Basic ${token}`],
    ['no scheme', (token: string) => token],
    ['two tokens', (token: string) => `Bearer ${token} ${token}`],
    ['a comma', (token: string) => `Bearer ${token},${token}`],
    ['a token that is too long', (token: string) => `Bearer ${token}${'a'.repeat(600)}`],
    ['quotes', (token: string) => `Bearer "${token}"`],
    ['SQL', () => "Bearer ' or true --"],
  ])('with %s is no identity', async (_what, headerOf) => {
    const answer = await raw('{}', { ...JSON_TYPE, authorization: headerOf(admin.token) })
    expect(answer).toMatchObject({ status: 401, body: { ok: false, fault: 'unauthenticated' } })
  })

  it('takes the scheme in any case, as HTTP says', async () => {
    expect(await raw('{}', { ...JSON_TYPE, authorization: `bEaReR  ${admin.token}` })).toMatchObject({
      status: 200,
    })
  })
})

describe('a connection', () => {
  let port: number
  beforeAll(async () => {
    await http.server.listen({ host: '127.0.0.1', port: 0 })
    port = (http.server.server.address() as AddressInfo).port
  })

  it('that sends more than it may is answered and closed, not read to its end', async () => {
    const status = await new Promise<number>((settle, fail) => {
      const post = request({
        port,
        method: 'POST',
        path: '/api/me.show',
        headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      })
      post.on('response', (response) => {
        response.resume()
        settle(response.statusCode ?? 0)
      })
      post.on('error', fail)
      post.write(`{"x":"${'x'.repeat(200_000)}`)
    })
    expect(status).toBe(413)
  })

  it('that was reset while its request was read is left alone: no call, no fault of ours', async () => {
    // As a socket says it once it is closed; when that is seen is a matter of microseconds.
    const hangUp = ({ socket }: { readonly socket: object }) =>
      Object.defineProperty(socket, 'remoteAddress', { value: undefined })
    http.server.server.prependOnceListener('request', hangUp)
    api.handled.length = 0
    const ended = await new Promise<string>((settle) => {
      const post = request({ port, method: 'POST', path: '/api/office.list', headers: JSON_TYPE })
      post.on('response', ({ statusCode }) => settle(`answered ${statusCode ?? 0}`))
      post.on('error', () => settle('hung up'))
      post.end('{}')
    })
    expect([ended, api.handled]).toEqual(['hung up', []])
    expect(await raw('{}')).toMatchObject({ status: 200 })
  })

  it('that does not speak HTTP gets a refusal and leaves the server well', async () => {
    const answer = await new Promise<string>((settle, fail) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('\x16\x03\x01 this is no HTTP\r\n\r\n'))
      let read = ''
      socket.on('data', (chunk) => (read += chunk.toString()))
      socket.on('close', () => settle(read))
      socket.on('error', fail)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw('{}')).toMatchObject({ status: 200 })
  })
})
