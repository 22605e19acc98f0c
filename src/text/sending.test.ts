import { faultSentence } from './sending'

const names = { hotline: '96000', appName: '柳园会客厅' }

describe('an act that a failed sign-in held up', () => {
  it('sends nobody to WeChat who is there already', () => {
    const said = faultSentence('unauthenticated', names, true)
    expect(said).toBe('微信登录没有成功，还没办成。请再点一次；还不行，请关掉小程序再打开，急事请打 96000。')
    expect(said).not.toContain('用微信打开')
  })

  it('is done in WeChat, for who reads in a browser', () => {
    expect(faultSentence('unauthenticated', names, false)).toContain('请用微信打开“柳园会客厅”小程序。')
  })

  it('for want of time says so in both', () => {
    expect(faultSentence('overloaded', names, true)).toBe(faultSentence('overloaded', names, false))
    expect(faultSentence('overloaded', names, true)).toContain('现在用的人太多')
  })
})
