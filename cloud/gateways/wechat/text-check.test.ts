import { LONGEST_CHECKED, textCheckFor, textCheckWith } from './text-check'
import { fakeTextCheck } from './text-check-fake'

const account = { appId: 'wx-app', appSecret: 'hush' }
const text = { openid: 'o-1', content: '楼道的灯坏了' }
const PASS = { errcode: 0, result: { suggest: 'pass', label: 100 } }

/** Answers by path; the check's in turn, the last one goes on. */
function weChatAnswers(...checks: unknown[]) {
  let turn = 0
  return jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    const path = new URL(url as string).pathname
    const body =
      path === '/cgi-bin/stable_token'
        ? { access_token: `t-${turn}`, expires_in: 7200 }
        : checks[Math.min(turn++, checks.length - 1)]
    return body === 'lost'
      ? Promise.reject(new TypeError('fetch failed', { cause: new Error('cut') }))
      : Promise.resolve(Response.json(body))
  })
}
afterEach(() => jest.restoreAllMocks())

describe('textCheckWith', () => {
  it('asks the second version, as a comment of that account', async () => {
    const asked = weChatAnswers(PASS)
    expect(await textCheckWith(account)(text)).toBe('pass')
    expect(new URL(asked.mock.calls[1]?.[0] as string).pathname).toBe('/wxa/msg_sec_check')
    expect(JSON.parse(asked.mock.calls[1]?.[1]?.body as string)).toEqual({
      openid: 'o-1',
      scene: 2,
      version: 2,
      content: '楼道的灯坏了',
    })
  })

  it.each([
    [{ errcode: 0, result: { suggest: 'risky' } }, 'risky'],
    [{ errcode: 0, result: { suggest: 'review' } }, 'review'],
    [{ errcode: 0, result: { suggest: 'something new' } }, 'review'],
    [{ errcode: 0 }, 'review'],
    [{ errcode: 61010 }, 'uncheckable'],
    [{ errcode: 45002 }, 'uncheckable'],
    [{ errcode: 45009 }, 'unreachable'],
    [{ errcode: -1 }, 'unreachable'],
    ['lost', 'unreachable'],
    [{ nonsense: true }, 'unreachable'],
  ])('takes %j for %s', async (answer, verdict) => {
    weChatAnswers(answer)
    expect(await textCheckWith(account)(text)).toBe(verdict)
  })

  it('gives up a token that is over, and asks with another one the next time', async () => {
    const asked = weChatAnswers({ errcode: 42001 }, PASS)
    const check = textCheckWith(account)
    expect([await check(text), await check(text)]).toEqual(['unreachable', 'pass'])
    expect(asked).toHaveBeenCalledTimes(4)
  })

  it('does not send what WeChat would not read', async () => {
    const asked = weChatAnswers(PASS)
    const tooLong = { ...text, content: '长'.repeat(LONGEST_CHECKED + 1) }
    expect(await textCheckWith(account)(tooLong)).toBe('uncheckable')
    expect(await textCheckWith(account)({ ...text, openid: null })).toBe('uncheckable')
    expect(asked).not.toHaveBeenCalled()
  })
})

it('without an account leaves the judging to staff', async () => {
  expect(await textCheckFor(null)(text)).toBe('uncheckable')
})

describe('fakeTextCheck', () => {
  it('forgets a visit after two hours, as WeChat does', async () => {
    let now = 0
    const fake = fakeTextCheck(() => now)
    fake.visits('o-1')
    now = 7_200_000
    expect(await fake.check(text)).toBe('pass')
    now += 1
    expect(await fake.check(text)).toBe('uncheckable')
  })

  it('takes 4,000 calls a minute and no more', async () => {
    const fake = fakeTextCheck()
    fake.visits('o-1')
    for (let call = 0; call < 4_000; call += 1) await fake.check(text)
    expect(await fake.check(text)).toBe('unreachable')
  })
})
