/** @jest-environment jsdom */
import { storedOnPhone } from './stored-on-phone'

const isNumber = (found: unknown): found is number => typeof found === 'number'
const size = storedOnPhone('walker-1', 17, isNumber)

beforeEach(() => localStorage.clear())
afterEach(() => jest.restoreAllMocks())

describe('what is stored on the phone', () => {
  it('remembers', () => {
    expect(size.write(20)).toBe('stored')
    expect(size.read()).toBe(20)
  })

  it.each(['', '{', '"20"', 'null'])('falls back from %p and drops it', (damaged) => {
    localStorage.setItem('walker-1', damaged)
    expect(size.read()).toBe(17)
    expect(localStorage.getItem('walker-1')).toBeNull()
  })

  it('does not trouble the guard with what is no JSON at all', () => {
    const careless = storedOnPhone(
      'party-1',
      null,
      (found): found is null => (found as { length: number }).length > 0,
    )
    localStorage.setItem('party-1', '{"length":')
    expect(careless.read()).toBeNull()
  })

  it('says when the phone is full', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(size.write(20)).toBe('full')
  })

  it('works without anything kept where the browser refuses the very access', () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(size.read()).toBe(17)
  })
})
