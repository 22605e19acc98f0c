import { wechatIdentity } from './wechat-identity'

describe('wechatIdentity', () => {
  it('is the OPENID that WeChat lists for this call', () => {
    expect(wechatIdentity({ WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID', WX_OPENID: 'o-1' })).toBe('o-1')
  })

  it('is nobody when WeChat does not list the OPENID, even if one is left from an earlier call', () => {
    expect(wechatIdentity({ WX_CONTEXT_KEYS: 'WX_APPID', WX_OPENID: 'o-1' })).toBeNull()
    expect(wechatIdentity({ WX_OPENID: 'o-1' })).toBeNull()
  })

  it('is nobody when the listed OPENID is empty', () => {
    expect(wechatIdentity({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: '' })).toBeNull()
  })
})
