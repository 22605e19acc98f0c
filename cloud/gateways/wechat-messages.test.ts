import { wechatMessagesFor, wechatMessagesWith, type WechatMessage } from './wechat-messages'

const account = {
  appId: 'wx-app',
  appSecret: 'hush',
  templateIds: { change: 'tpl-c', waitlist: 'tpl-w', reminder: 'tpl-r' },
}
const message: WechatMessage = {
  openid: 'o-1',
  template: 'waitlist',
  kind: 'promoted',
  about: {
    title: '百禧梧桐市集',
    startsAt: '2026-11-28T01:00:00.000Z',
    place: '百禧公园',
    number: '0527',
    change: null,
  } as WechatMessage['about'],
  page: 'activity/pages/registration/index?id=r-1',
}

/** Answers by path, in turn; the last one goes on. */
function weChatAnswers(token: unknown, ...sends: unknown[]) {
  let turn = 0
  return jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    const path = new URL(url as string).pathname
    const body = path === '/cgi-bin/stable_token' ? token : sends[Math.min(turn++, sends.length - 1)]
    return body === 'lost'
      ? Promise.reject(new TypeError('fetch failed', { cause: new Error('cut') }))
      : Promise.resolve(Response.json(body))
  })
}
const TOKEN = { access_token: 't-1', expires_in: 7200 }
const sentPaths = (asked: ReturnType<typeof weChatAnswers>): string[] =>
  asked.mock.calls.map(([url]) => new URL(url as string).pathname)
afterEach(() => jest.restoreAllMocks())

describe('wechatMessagesWith', () => {
  it('sends the fields of the template to one OPENID, with a token that it asks for once', async () => {
    const asked = weChatAnswers(TOKEN, { errcode: 0 })
    const send = wechatMessagesWith(account)
    expect([await send(message), await send(message)]).toEqual(['sent', 'sent'])
    expect(sentPaths(asked)).toEqual([
      '/cgi-bin/stable_token',
      '/cgi-bin/message/subscribe/send',
      '/cgi-bin/message/subscribe/send',
    ])
    const body = JSON.parse(asked.mock.calls[1]?.[1]?.body as string) as Record<string, unknown>
    expect(body).toMatchObject({
      touser: 'o-1',
      template_id: 'tpl-w',
      page: message.page,
      data: { thing1: { value: '百禧梧桐市集' }, time2: { value: '2026年11月28日 9:00' } },
    })
  })

  it('asks for another token when WeChat says that this one is over, and tries again later', async () => {
    const asked = weChatAnswers(TOKEN, { errcode: 42001 }, { errcode: 0 })
    const send = wechatMessagesWith(account)
    expect([await send(message), await send(message)]).toEqual(['over-quota', 'sent'])
    expect(sentPaths(asked).filter((path) => path === '/cgi-bin/stable_token')).toHaveLength(2)
  })

  it.each([
    [43101, 'no-consent'],
    [47003, 'malformed'],
    [45009, 'over-quota'],
    [-1, 'over-quota'],
    [99999, 'unknown'],
  ])('takes %d for %s', async (errcode, outcome) => {
    weChatAnswers(TOKEN, { errcode })
    expect(await wechatMessagesWith(account)(message)).toBe(outcome)
  })

  it('does not know what became of a message whose answer was lost', async () => {
    weChatAnswers(TOKEN, 'lost')
    expect(await wechatMessagesWith(account)(message)).toBe('unknown')
  })

  it('tries later when it gets no token: nothing was sent', async () => {
    weChatAnswers({ errcode: 40164 }, { errcode: 0 })
    expect(await wechatMessagesWith(account)(message)).toBe('over-quota')
  })
})

describe('wechatMessagesFor', () => {
  it('sends nothing without approved templates', async () => {
    const asked = weChatAnswers(TOKEN, { errcode: 0 })
    expect(await wechatMessagesFor({ ...account, templateIds: null })(message)).toBe('no-consent')
    expect(await wechatMessagesFor(null)(message)).toBe('no-consent')
    expect(asked).not.toHaveBeenCalled()
  })
})
