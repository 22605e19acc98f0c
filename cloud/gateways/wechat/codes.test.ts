import { accessTokenOf } from './access-token'
import { remembering, wechatCodesFor, wechatCodesWith, type WechatCodeRequest } from './codes'
import { fakeWechatCodes } from './codes-fake'

const account = { appId: 'wx-app', appSecret: 'hush' }
const request: WechatCodeRequest = { page: 'pages/scan/index', scene: 'Ab3_x-9~', width: 430 }
const TOKEN = { access_token: 't-1', expires_in: 7200 }
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** Answers by path, in turn; the last one goes on. */
function weChatAnswers(...codes: unknown[]) {
  let turn = 0
  return jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    if (new URL(url as string).pathname === '/cgi-bin/stable_token')
      return Promise.resolve(Response.json(TOKEN))
    const body = codes[Math.min(turn++, codes.length - 1)]
    if (body === 'lost') return Promise.reject(new TypeError('fetch failed', { cause: new Error('cut') }))
    return Promise.resolve(
      body instanceof Buffer
        ? new Response(new Uint8Array(body), { headers: { 'content-type': 'image/png' } })
        : Response.json(body),
    )
  })
}
const bodies = (asked: ReturnType<typeof weChatAnswers>) =>
  asked.mock.calls.map(([, init]) => JSON.parse(init?.body as string) as Record<string, unknown>)
afterEach(() => jest.restoreAllMocks())

describe('wechatCodesWith', () => {
  it('asks for the page and the scene, released or not, and hands over the picture', async () => {
    const asked = weChatAnswers(PNG)
    expect(await wechatCodesWith(account)(request)).toEqual({
      kind: 'picture',
      bytes: PNG,
      mime: 'image/png',
    })
    expect(asked.mock.calls[1]?.[0]).toBe('https://api.weixin.qq.com/wxa/getwxacodeunlimit?access_token=t-1')
    expect(bodies(asked)[1]).toEqual({ ...request, check_path: false, env_version: 'release' })
  })

  it.each([
    [{ errcode: 41030 }, { kind: 'refused', errcode: 41030 }],
    [{ errcode: 45009 }, { kind: 'later' }],
    [{ errcode: 42001 }, { kind: 'later' }],
    ['lost', { kind: 'later' }],
  ])('takes %j for %j', async (answer, outcome) => {
    weChatAnswers(answer)
    expect(await wechatCodesWith(account)(request)).toEqual(outcome)
  })

  it('shares its access token with other gateways', async () => {
    const asked = weChatAnswers(PNG)
    const token = accessTokenOf(account)
    await token.get()
    await wechatCodesWith(account, token)(request)
    expect(asked.mock.calls.filter(([url]) => String(url).endsWith('stable_token'))).toHaveLength(1)
  })
})

describe('wechatCodesFor', () => {
  it('draws nothing without an account', () => {
    expect(wechatCodesFor(null)).toBeNull()
  })
})

describe('remembering', () => {
  it('draws each picture once, again a minute after it failed, and forgets the oldest', async () => {
    const { draw, drawn } = fakeWechatCodes()
    let broken = true
    let now = 0
    const flaky = remembering(
      (asked) => (broken ? Promise.resolve({ kind: 'later' }) : draw(asked)),
      2,
      () => now,
    )
    expect(await flaky(request)).toEqual({ kind: 'later' })
    broken = false
    now = 59_999
    expect(await flaky(request)).toEqual({ kind: 'later' })
    now = 60_000
    const other = { ...request, scene: 'b' }
    await Promise.all([flaky(request), flaky(request), flaky(other)])
    expect(drawn).toEqual([request, other])
    await flaky({ ...request, scene: 'c' })
    await flaky(request)
    expect(drawn).toHaveLength(4)
  })
})

describe('the fake WeChat', () => {
  const { draw } = fakeWechatCodes()
  it.each([
    [{ scene: 'a'.repeat(33) }, 40169],
    [{ scene: 'a b' }, 40129],
    [{ scene: '50%' }, 40129],
    [{ page: '/pages/scan/index' }, 41030],
    [{ page: 'pages/scan/index?x=1' }, 41030],
    [{ width: 279 }, 40097],
    [{ width: 1281 }, 40097],
  ])('refuses %j with %d', async (change, errcode) => {
    expect(await draw({ ...request, ...change })).toEqual({ kind: 'refused', errcode })
  })

  it('knows no page before the release where the path is checked', async () => {
    const checking = { checksPath: () => true }
    expect(await fakeWechatCodes([], checking).draw(request)).toEqual({ kind: 'refused', errcode: 41030 })
    expect(await fakeWechatCodes([request.page], checking).draw(request)).toMatchObject({ kind: 'picture' })
  })

  it('draws so many a minute and no more', async () => {
    const few = fakeWechatCodes([], { quota: 1 })
    expect([(await few.draw(request)).kind, (await few.draw(request)).kind]).toEqual(['picture', 'later'])
  })
})
