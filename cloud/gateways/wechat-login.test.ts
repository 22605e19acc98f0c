import { fakeWechatLogin } from './wechat-login-fake'
import { wechatLoginWith, wechatLoginFor, wechatLoginWithout } from './wechat-login'

const login = wechatLoginWith({ appId: 'wx-app', appSecret: 'hush' })

function weChatAnswers(body: unknown): jest.SpyInstance<Promise<Response>, Parameters<typeof fetch>> {
  return jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body)))
}
afterEach(() => jest.restoreAllMocks())

describe('wechatLoginWith', () => {
  it('exchanges the code of this login for the OPENID, with the account’s secret', async () => {
    const asked = weChatAnswers({ openid: 'o-1', session_key: 'key', unionid: 'u-1' })
    expect(await login('code & more')).toEqual({ ok: true, value: { openid: 'o-1' } })
    const url = new URL(asked.mock.calls[0]?.[0] as string)
    expect(url.origin + url.pathname).toBe('https://api.weixin.qq.com/sns/jscode2session')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      appid: 'wx-app',
      secret: 'hush',
      js_code: 'code & more',
      grant_type: 'authorization_code',
    })
  })

  it.each([40029, 40163, 40226])(
    'refuses a code that WeChat answers with %d: the phone must ask anew',
    async (errcode) => {
      weChatAnswers({ errcode, errmsg: 'no' })
      expect(await login('code')).toEqual({ ok: false, refusal: 'wechat_code_rejected' })
    },
  )

  it.each([-1, 40013, 45011])(
    'takes %d for trouble between us and WeChat, not for the resident’s',
    async (errcode) => {
      weChatAnswers({ errcode, errmsg: 'busy' })
      await expect(login('code')).rejects.toThrow(`error ${errcode}`)
    },
  )

  it.each([{}, { openid: '' }, { openid: 7 }, 'text', null])(
    'does not take %j for an answer, and tells no secret',
    async (body) => {
      weChatAnswers(body)
      await expect(login('code')).rejects.toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hush') as string }),
      )
    },
  )

  it('does not wait for WeChat for ever', async () => {
    const patience = jest
      .spyOn(AbortSignal, 'timeout')
      .mockReturnValue(AbortSignal.abort(new Error('out of patience')))
    // A WeChat that never answers: only the signal ends the call.
    jest.spyOn(globalThis, 'fetch').mockImplementation(
      (_, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          if (signal?.aborted) reject(signal.reason as Error)
        }),
    )
    await expect(login('code')).rejects.toThrow('out of patience')
    expect(patience.mock.calls[0]?.[0]).toBeLessThanOrEqual(10_000)
  })
})

describe('the logins of tests and demonstrations', () => {
  it('take each known code once', async () => {
    const fake = fakeWechatLogin({ code: 'o-1' })
    expect(await fake('code')).toEqual({ ok: true, value: { openid: 'o-1' } })
    expect(await fake('code')).toMatchObject({ refusal: 'wechat_code_rejected' })
    expect(await fake('toString')).toMatchObject({ refusal: 'wechat_code_rejected' })
  })

  it('take none on a production server without an account', async () => {
    const login = wechatLoginFor({ isDemo: false, wechat: null })
    expect(await login('0a1Bcd')).toMatchObject({ refusal: 'wechat_code_rejected' })
    expect(await wechatLoginWithout('0a1Bcd')).toMatchObject({ refusal: 'wechat_code_rejected' })
  })

  it('take any in a demonstration, as somebody made up, the same while codes begin alike', async () => {
    const login = wechatLoginFor({ isDemo: true, wechat: null })
    const one = await login('0a1Bcd')
    expect(one).toMatchObject({
      ok: true,
      value: { openid: expect.stringMatching(/^demo:resident-[1-9]\d{0,3}$/) },
    })
    expect(await login('0a1BzzzZ')).toEqual(one)
    expect(await login('0f3Bcd')).not.toEqual(one)
  })
})
