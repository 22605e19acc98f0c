import { send } from './send'
import { SEND_TIMEOUT_MS } from './sending'

const sending = { name: 'home.show', input: {}, token: null }
const answers = (text: string) => Promise.resolve({ text: () => Promise.resolve(text) })
const fetching = jest.fn<
  Promise<unknown>,
  [string, { headers: Record<string, string>; body: string; signal: AbortSignal }]
>()

beforeAll(() => Object.assign(globalThis, { fetch: fetching }))
beforeEach(() => fetching.mockReset())

describe('send in a browser', () => {
  it('posts to its own origin, with the token only where there is one', async () => {
    fetching.mockImplementation(() => answers('{"ok":true,"value":1}'))
    expect(await send(sending)).toEqual({ kind: 'answered', body: { ok: true, value: 1 } })
    await send({ ...sending, token: 't' })
    expect(fetching.mock.calls.map(([url, { headers }]) => [url, headers.authorization])).toEqual([
      ['/api/home.show', undefined],
      ['/api/home.show', 'Bearer t'],
    ])
  })

  it.each(['<html>Sign in to the hotel</html>', '[]', '{"hello":1}', ''])(
    'takes %p for no answer of ours',
    async (text) => {
      fetching.mockImplementation(() => answers(text))
      expect(await send(sending)).toEqual({ kind: 'lost', why: 'unreadable' })
    },
  )

  it('tells a missing network from a slow one', async () => {
    fetching.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await send(sending)).toEqual({ kind: 'lost', why: 'offline' })
    jest.useFakeTimers()
    fetching.mockImplementation(
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        ),
    )
    const slow = send(sending)
    jest.advanceTimersByTime(SEND_TIMEOUT_MS)
    expect(await slow).toEqual({ kind: 'lost', why: 'timeout' })
    jest.useRealTimers()
  })

  it('lets a bug of ours be seen', async () => {
    fetching.mockRejectedValue(new RangeError('bug'))
    await expect(send(sending)).rejects.toThrow('bug')
  })
})
