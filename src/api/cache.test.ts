/** @jest-environment jsdom */
import { QueryClient } from '@tanstack/react-query'
import { CACHE_KEY, STORED, LARGEST_CACHE, persistCache, restoreCache, writeCache, onceIdle } from './cache'

const client = () => new QueryClient()

async function seen(
  of: QueryClient,
  key: string,
  value: unknown,
  updatedAt: number,
  meta: { stored?: 'shared' | 'own' } = STORED,
) {
  await of.fetchQuery({ queryKey: [key], queryFn: () => value, meta })
  of.setQueryData([key], value, { updatedAt })
}

beforeEach(() => localStorage.clear())
afterEach(() => jest.restoreAllMocks())

describe('the persisted cache', () => {
  it('gives back at the next start what was seen at the last', async () => {
    const last = client()
    await seen(last, 'home.show', { name: '曹杨' }, 5)
    writeCache(last)
    const next = client()
    expect(restoreCache(next)).toBe(1)
    expect(next.getQueryData(['home.show'])).toEqual({ name: '曹杨' })
    expect(next.getQueryState(['home.show'])?.dataUpdatedAt).toBe(5)
  })

  it('stores nothing that is not marked as stored', async () => {
    const last = client()
    await seen(last, 'me.show', { compoundId: 'a' }, 5, {})
    writeCache(last)
    expect(localStorage.getItem(CACHE_KEY)).toBeNull()
  })

  it.each([
    ['broken text', '{"state":{"queries":['],
    ['a foreign shape', '{"hello":1}'],
    ['null', 'null'],
    ['a query without an answer', '{"state":{"queries":[{"queryKey":["a"],"state":{"status":"error"}}]}}'],
  ])('drops %s and starts empty', (_, text) => {
    localStorage.setItem(CACHE_KEY, text)
    const next = client()
    expect(restoreCache(next)).toBe(0)
    expect(next.getQueryCache().getAll()).toHaveLength(0)
    expect(localStorage.getItem(CACHE_KEY)).toBeNull()
  })

  it('removes what an earlier version left, once something new is written, and nothing else', async () => {
    jest.useFakeTimers()
    localStorage.setItem('last-seen-4', '{}')
    localStorage.setItem('session-2', '{}')
    const of = client()
    restoreCache(of)
    expect(localStorage.getItem('last-seen-4')).toBe('{}')
    const stop = persistCache(of)
    await of.fetchQuery({ queryKey: ['a'], queryFn: () => 1, meta: STORED })
    jest.runAllTimers()
    stop()
    expect(Object.keys(localStorage).sort()).toEqual([CACHE_KEY, 'session-2'])
    of.clear()
    jest.useRealTimers()
  })

  it('drops the oldest when all is too much', async () => {
    const last = client()
    const half = 'x'.repeat(LARGEST_CACHE * 0.6)
    await seen(last, 'old', half, 1)
    await seen(last, 'new', half, 2)
    writeCache(last)
    const next = client()
    restoreCache(next)
    expect(next.getQueryData(['new'])).toBe(half)
    expect(next.getQueryData(['old'])).toBeUndefined()
  })

  it('keeps less on a phone that is almost full, and nothing on one that is full', async () => {
    const last = client()
    await seen(last, 'old', 'o'.repeat(500), 1)
    await seen(last, 'new', 'n', 2)
    const store = Storage.prototype.setItem
    const almostFull = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (
      this: Storage,
      key,
      text,
    ) {
      if (text.length > 500) throw new DOMException('full', 'QuotaExceededError')
      store.call(this, key, text)
    })
    writeCache(last)
    const next = client()
    expect(restoreCache(next)).toBe(1)
    expect(next.getQueryData(['new'])).toBe('n')

    almostFull.mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    writeCache(last)
    expect(localStorage.getItem(CACHE_KEY)).toBeNull()
  })

  it('writes shortly after an answer, once for a burst of them, until it is stopped', async () => {
    jest.useFakeTimers()
    const writes = jest.spyOn(Storage.prototype, 'setItem')
    const of = client()
    const stop = persistCache(of)
    await of.fetchQuery({ queryKey: ['a'], queryFn: () => 1, meta: STORED })
    await of.fetchQuery({ queryKey: ['b'], queryFn: () => 2, meta: STORED })
    expect(writes).not.toHaveBeenCalled()
    jest.runAllTimers()
    expect(writes).toHaveBeenCalledTimes(1)
    stop()
    await of.fetchQuery({ queryKey: ['c'], queryFn: () => 3, meta: STORED })
    jest.runAllTimers()
    expect(writes).toHaveBeenCalledTimes(1)
    of.clear()
    jest.useRealTimers()
  })
})

const callback = jest.fn()
beforeEach(() => {
  callback.mockReset()
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

/** A question of a page, and its answer. */
function ask(client: QueryClient, name: string): () => Promise<void> {
  let answer: (value: string) => void = () => undefined
  const asked = client.fetchQuery({
    queryKey: [name],
    queryFn: () => new Promise<string>((resolve) => (answer = resolve)),
  })
  return async () => {
    answer('it')
    await asked
    await Promise.resolve()
  }
}

describe('what can wait', () => {
  it('waits until the page has everything it asked for, and begins once', async () => {
    const client = new QueryClient()
    onceIdle(client, callback)
    const [first, second] = [ask(client, 'one'), ask(client, 'other')]
    await first()
    jest.advanceTimersByTime(60_000)
    expect(callback).not.toHaveBeenCalled()
    await second()
    await ask(client, 'later')()
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('begins also on a page that asks nobody', () => {
    onceIdle(new QueryClient(), callback)
    jest.advanceTimersByTime(1_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('is left where the app goes first', () => {
    onceIdle(new QueryClient(), callback)()
    jest.advanceTimersByTime(1_000)
    expect(callback).not.toHaveBeenCalled()
  })
})
