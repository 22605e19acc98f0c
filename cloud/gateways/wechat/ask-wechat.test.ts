import { askWechat } from './ask-wechat'

const answering = (answer: () => Promise<Response>) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(answer)
const failing = (error: unknown) => answering(() => Promise.reject(error as Error))

afterEach(() => jest.restoreAllMocks())

describe('askWechat', () => {
  it.each([
    ['a missing network', new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })],
    ['an answer that broke off', new TypeError('terminated')],
    ['a slow answer', new DOMException('', 'TimeoutError')],
  ])('knows nothing after %s', async (_, error) => {
    failing(error)
    expect(await askWechat('a', {})).toBeNull()
  })

  it('knows nothing after an answer that is no JSON', async () => {
    answering(() => Promise.resolve(new Response('<html>')))
    expect(await askWechat('a', {})).toBeNull()
  })

  it.each([new RangeError('bug'), new TypeError('x is not a function')])(
    'lets a bug of ours be seen: %s',
    async (bug) => {
      failing(bug)
      await expect(askWechat('a', {})).rejects.toBe(bug)
    },
  )
})
