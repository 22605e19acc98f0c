const mockRequest = jest.fn<Promise<unknown>, [unknown]>()
const mockCallFunction = jest.fn<Promise<unknown>, [unknown]>()
let mockSend = 'https'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    request: (options: unknown) => mockRequest(options),
    cloud: { init: () => undefined, callFunction: (options: unknown) => mockCallFunction(options) },
  },
}))
jest.mock('../start/build', () => ({
  build: { send: mockSend, origin: 'https://example.test', cloudEnvironment: '' },
}))

const sending = { name: 'home.show', input: {}, token: null }

const sendVia = async (way: 'https' | 'cloud') => {
  mockSend = way
  jest.resetModules()
  return (await import('./send.weapp')).send(sending)
}

beforeEach(() => void jest.spyOn(console, 'error').mockReturnValue())
afterEach(() => jest.restoreAllMocks())

describe('send in WeChat over HTTPS', () => {
  it.each([
    [
      { errMsg: 'request:fail errcode:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', errno: 600001 },
      'offline',
    ],
    [{ errMsg: 'request:fail interrupted', errno: 600003 }, 'offline'],
    [{ errMsg: 'request:fail', errno: 5 }, 'timeout'],
    [{ errMsg: 'request:fail timeout' }, 'timeout'],
  ])('reads %j as lost: %s', async (failure, why) => {
    mockRequest.mockRejectedValue(failure)
    expect(await sendVia('https')).toEqual({ kind: 'lost', why })
  })

  it.each([
    [{ errMsg: 'request:fail url not in domain list', errno: 600002 }, 'not in domain list'],
    [{ errMsg: 'request:fail invalid url "x"' }, 'invalid url'],
    [new TypeError('Failed to read a property'), 'Failed to read'],
    [new Error('the picture failed'), 'the picture failed'],
  ])('does not call a fault of ours a missing network: %s', async (failure, message) => {
    mockRequest.mockRejectedValue(failure)
    await expect(sendVia('https')).rejects.toThrow(message)
  })
})

describe('send in WeChat to a cloud function', () => {
  const sendToCloud = async (failure: unknown) => {
    mockCallFunction.mockRejectedValue(failure)
    return sendVia('cloud')
  }

  it.each([
    ['cloud.callFunction:fail Error: request:fail net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out', 'timeout'],
  ])('reads %s as lost: %s', async (errMsg, why) => {
    expect(await sendToCloud({ errMsg })).toEqual({ kind: 'lost', why })
  })

  it('says that a function broke or is not there, in place of a missing network', async () => {
    const errMsg = 'cloud.callFunction:fail Error: errCode: -501000 | errMsg: FunctionName could not be found'
    expect(await sendToCloud({ errMsg })).toEqual({
      kind: 'answered',
      body: { ok: false, fault: 'internal', trace: '' },
    })
  })
})
