const NEVER = new Promise<never>(() => undefined)
let mockDepth = 2
const mockGo = jest.fn<Promise<unknown>, [string, string]>()
const mockAsk = jest.fn<Promise<'again' | 'home'>, []>()

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getCurrentPages: () => Array.from({ length: mockDepth }),
    navigateTo: ({ url }: { url: string }) => mockGo('navigateTo', url),
    redirectTo: ({ url }: { url: string }) => mockGo('redirectTo', url),
    switchTab: ({ url }: { url: string }) => mockGo('switchTab', url),
    navigateBack: () => mockGo('navigateBack', ''),
  },
}))
jest.mock('../start/single-page', () => ({ isSinglePage: false }))
jest.mock('./ask-after-failure', () => ({ askAfterFailure: () => mockAsk() }))

const MINE = '/activity/pages/mine/index'
const PASSPORT = '/me/pages/passport/index'
const HOME = '/pages/home/index'
const missing = { errMsg: 'navigateTo:fail the subpackage did not come' }
const went = () => mockGo.mock.calls.map(([by, url]) => `${by} ${url}`.trim())

async function fresh() {
  jest.resetModules()
  return import('./navigate')
}

beforeEach(() => {
  jest.useFakeTimers()
  mockGo.mockReset().mockResolvedValue(undefined)
  mockAsk.mockReset().mockResolvedValue('home')
})
afterEach(() => jest.useRealTimers())

describe('going to a page', () => {
  it('happens once for two taps 300 ms apart, and again for one that comes later', async () => {
    const { openRoute } = await fresh()
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(300)
    openRoute(MINE)
    expect(went()).toEqual([`navigateTo ${MINE}`])
    await jest.advanceTimersByTimeAsync(300)
    openRoute(MINE)
    expect(went()).toHaveLength(2)
  })

  it('counts a tap anew for whoever went back by the phone’s own way in between', async () => {
    const { openRoute } = await fresh()
    mockDepth = 3
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(200)
    mockDepth = 2
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(0)
    expect(went()).toHaveLength(2)
  })

  it('leaves nothing else to tap while it is under way, but not for ever', async () => {
    const { openRoute, goBack } = await fresh()
    mockGo.mockReturnValueOnce(NEVER)
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(2_000)
    openRoute(PASSPORT)
    goBack()
    expect(went()).toEqual([`navigateTo ${MINE}`])
    await jest.advanceTimersByTimeAsync(8_000)
    openRoute(PASSPORT)
    expect(went()).toHaveLength(2)
  })

  it('goes back once for two taps', async () => {
    const { goBack } = await fresh()
    goBack()
    await jest.advanceTimersByTimeAsync(200)
    goBack()
    expect(went()).toEqual(['navigateBack'])
  })
})

describe('a page that does not open', () => {
  it('is tried again where the reader wants that', async () => {
    const { openRoute } = await fresh()
    mockGo.mockRejectedValueOnce(missing)
    mockAsk.mockResolvedValueOnce('again')
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(0)
    expect(went()).toEqual([`navigateTo ${MINE}`, `navigateTo ${MINE}`])
    expect(mockAsk).toHaveBeenCalledTimes(1)
  })

  it('leads home otherwise', async () => {
    const { openRoute } = await fresh()
    mockGo.mockRejectedValueOnce(missing)
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(0)
    expect(went()).toEqual([`navigateTo ${MINE}`, `switchTab ${HOME}`])
  })

  it('that is our own fault is reported as well', async () => {
    const said = jest.spyOn(console, 'error').mockReturnValue()
    const { openRoute } = await fresh()
    mockGo.mockRejectedValueOnce(new TypeError('bug'))
    openRoute(MINE)
    await jest.advanceTimersByTimeAsync(0)
    expect(said).toHaveBeenCalledTimes(1)
    expect(mockAsk).toHaveBeenCalledTimes(1)
    said.mockRestore()
  })
})

// A module, so that its names are its own.
export {}
