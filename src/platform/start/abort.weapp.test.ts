const before = { AbortController: globalThis.AbortController, AbortSignal: globalThis.AbortSignal }

beforeAll(async () => {
  Object.assign(globalThis, { AbortController: undefined, AbortSignal: undefined })
  await import('./abort.weapp')
})
afterAll(() => Object.assign(globalThis, before))

describe('AbortController in a runtime without one', () => {
  it('tells every listener once, with the reason', () => {
    const controller = new AbortController()
    const aborts: unknown[] = []
    controller.signal.addEventListener('abort', () => aborts.push(controller.signal.reason))
    controller.signal.onabort = () => aborts.push('property')
    controller.abort('enough')
    controller.abort('again')
    expect(controller.signal.aborted).toBe(true)
    expect(aborts).toEqual(['property', 'enough'])
  })

  it('no longer tells who stopped listening', () => {
    const controller = new AbortController()
    const listener = jest.fn()
    controller.signal.addEventListener('abort', listener)
    controller.signal.removeEventListener('abort', listener)
    controller.abort()
    expect(listener).not.toHaveBeenCalled()
    expect(() => controller.signal.throwIfAborted()).toThrow('aborted')
  })
})
