const mockStored = new Map<string, string>()
const mockCalls: string[] = []

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    batchGetStorageSync: (keys: string[]) => {
      mockCalls.push('batch')
      return keys.map((key) => mockStored.get(key) ?? '')
    },
    getStorageSync: (key: string) => {
      mockCalls.push(key)
      return mockStored.get(key) ?? ''
    },
    setStorageSync: (key: string, text: string) => void mockStored.set(key, text),
    removeStorageSync: (key: string) => void mockStored.delete(key),
  },
}))

const fresh = () => {
  jest.resetModules()
  return import('./storage.weapp')
}

export {}

beforeEach(() => {
  mockStored.clear()
  mockCalls.length = 0
})

describe('what is read at the start, all at once', () => {
  it('is read no more by itself, however often it is asked for', async () => {
    mockStored.set('walker-1', 'a')
    const { readAhead, readText } = await fresh()
    readAhead(['walker-1', 'walks-2'])
    expect([readText('walker-1'), readText('walker-1'), readText('walks-2')]).toEqual(['a', 'a', null])
    expect(mockCalls).toEqual(['batch'])
  })

  it('is what was written or removed since', async () => {
    mockStored.set('walker-1', 'a').set('walks-2', 'b')
    const { readAhead, readText, removeText, writeText } = await fresh()
    readAhead(['walker-1', 'walks-2'])
    writeText('walker-1', 'c')
    removeText('walks-2')
    expect([readText('walker-1'), readText('walks-2')]).toEqual(['c', null])
  })
})

// A module, so that its names are its own.
export {}
