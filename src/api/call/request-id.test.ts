import { newRequestId } from './request-id'

describe('newRequestId', () => {
  beforeAll(() => {
    Object.defineProperty(globalThis, 'crypto', {
      configurable: true,
      value: { getRandomValues: (bytes: Uint8Array) => bytes.map(() => Math.floor(Math.random() * 256)) },
    })
  })

  it('is a UUID of version 4', async () => {
    for (let round = 0; round < 50; round += 1) {
      expect(await newRequestId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }
  })

  it('is another one each time', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, newRequestId))
    expect(new Set(ids).size).toBe(200)
  })
})
