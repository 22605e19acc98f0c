/** @jest-environment jsdom */
import { call } from './call'

const fetching = jest.fn<Promise<unknown>, unknown[]>()

beforeAll(() => {
  Object.assign(globalThis, { fetch: fetching })
})

describe('call at the desk', () => {
  it('is lost after a missing network', async () => {
    fetching.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await call('home.show', {})).toEqual({ ok: false, lost: true })
  })

  it('is lost where no answer comes, and leaves no timer behind', async () => {
    jest.useFakeTimers()
    fetching.mockReturnValue(new Promise(() => undefined))
    const reply = call('home.show', {})
    await jest.advanceTimersByTimeAsync(10_000)
    expect(await reply).toEqual({ ok: false, lost: true })
    expect(jest.getTimerCount()).toBe(0)
    jest.useRealTimers()
  })

  it('is lost where something answers that is no JSON', async () => {
    fetching.mockResolvedValue({ json: () => Promise.reject(new SyntaxError('<')) })
    expect(await call('home.show', {})).toEqual({ ok: false, lost: true })
  })

  it('lets a bug of ours be seen', async () => {
    fetching.mockRejectedValue(new RangeError('bug'))
    await expect(call('home.show', {})).rejects.toThrow('bug')
  })
})
