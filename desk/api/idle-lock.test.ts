/** @jest-environment jsdom */
import { watchIdle } from './idle-lock'

const MINUTE = 60_000
const lock = jest.fn()
let stop = (): void => undefined

beforeEach(() => {
  jest.useFakeTimers()
  lock.mockReset()
  localStorage.clear()
  stop = watchIdle(10, lock)
})
afterEach(() => {
  stop()
  jest.useRealTimers()
})

const after = (ms: number) => jest.advanceTimersByTime(ms)
const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))

describe('a PC that nobody uses', () => {
  it('is locked after its minutes, not before', () => {
    after(10 * MINUTE - 1)
    expect(lock).not.toHaveBeenCalled()
    after(MINUTE)
    expect(lock).toHaveBeenCalled()
  })

  it('stays open while somebody types', () => {
    for (let passed = 0; passed < 30; passed += 1) {
      after(MINUTE)
      press()
    }
    expect(lock).not.toHaveBeenCalled()
  })

  it('stays open while somebody works in another tab', () => {
    after(9 * MINUTE)
    localStorage.setItem('desk-last-used', String(Date.now()))
    after(9 * MINUTE)
    expect(lock).not.toHaveBeenCalled()
  })

  it('is locked as it wakes from sleep, before anybody reads the page', () => {
    jest.setSystemTime(Date.now() + 60 * MINUTE)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(lock).toHaveBeenCalledTimes(1)
  })

  it('is not locked once nobody watches any more', () => {
    stop()
    after(60 * MINUTE)
    expect(lock).not.toHaveBeenCalled()
  })
})
