const mockLogin = jest.fn<Promise<{ code: string }>, []>()
const mockNetwork = jest.fn<Promise<{ networkType: string }>, []>()

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { login: () => mockLogin(), getNetworkType: () => mockNetwork() },
}))

const offered = async () => (await import('./credential.weapp')).credential()

beforeEach(() => {
  mockLogin.mockReset()
  mockNetwork.mockReset().mockResolvedValue({ networkType: 'wifi' })
})

describe('what one signs in with in WeChat', () => {
  it('is a code', async () => {
    mockLogin.mockResolvedValue({ code: 'c' })
    expect(await offered()).toEqual({ wechatCode: 'c' })
  })

  it.each([
    ['login:fail system error', 'wifi'],
    ['login:fail access denied', '4g'],
  ])('is refused by WeChat where a network is there: %s', async (errMsg, networkType) => {
    mockLogin.mockRejectedValue({ errMsg })
    mockNetwork.mockResolvedValue({ networkType })
    expect(await offered()).toBe('refused')
  })

  it('is refused where WeChat answers without a code, or cannot tell of a network', async () => {
    mockLogin.mockResolvedValueOnce({ code: '' })
    expect(await offered()).toBe('refused')
    mockLogin.mockRejectedValue({ errMsg: 'login:fail system error' })
    mockNetwork.mockRejectedValue({ errMsg: 'getNetworkType:fail' })
    expect(await offered()).toBe('refused')
  })

  it.each([
    ['login:fail net::ERR_INTERNET_DISCONNECTED', 'wifi'],
    ['login:fail request timeout', '3g'],
    ['login:fail system error', 'none'],
  ])('is out of reach without a network: %s', async (errMsg, networkType) => {
    mockLogin.mockRejectedValue({ errMsg })
    mockNetwork.mockResolvedValue({ networkType })
    expect(await offered()).toBe('unreachable')
  })

  it('that breaks in our own code is a fault of ours', async () => {
    mockLogin.mockRejectedValue(new TypeError('bug'))
    await expect(offered()).rejects.toThrow('bug')
  })
})
