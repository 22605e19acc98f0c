/** @jest-environment jsdom */
import { isPhone, miniProgramLink } from './mini-program.h5'

const ROUTE = '/activity/pages/activity/index?id=paper-cutting'
const PC = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120 Safari/537.36'
const PHONE = 'Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36'

const given = (agent: string, appId: string): void => {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent)
  document.head.innerHTML = `<meta name="wechat-app-id" content="${appId}" />`
}
afterEach(() => jest.restoreAllMocks())

describe('the link into the mini-program', () => {
  it('names account, page and what it is to show, in a phone’s browser', () => {
    given(PHONE, 'wx0123456789abcdef')
    expect(miniProgramLink(ROUTE)).toBe(
      'weixin://dl/business/?appid=wx0123456789abcdef&path=activity/pages/activity/index&query=id%3Dpaper-cutting',
    )
    expect(isPhone()).toBe(true)
  })

  it.each([
    ['on a PC', PC, 'wx0123456789abcdef'],
    [
      'in WeChat’s own browser, which does not follow it',
      `${PHONE} MicroMessenger/8.0`,
      'wx0123456789abcdef',
    ],
    ['where the server knows no account', PHONE, ''],
    ['in a page that no server has filled in', PHONE, '{{wechatAppId}}'],
  ])('is none %s', (_, agent, appId) => {
    given(agent, appId)
    expect(miniProgramLink(ROUTE)).toBeNull()
  })
})
