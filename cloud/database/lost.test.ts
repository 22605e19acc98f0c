import { isConnectionLost } from './lost'

const withCode = (code: string) => Object.assign(new Error('x'), { code })

describe('a lost connection', () => {
  it.each(['08006', '08003', '57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT'])(
    'is told by %s',
    (code) => expect(isConnectionLost(withCode(code))).toBe(true),
  )

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'database "living_room" is not currently accepting connections',
  ])('is told by the words of pg: %s', (message) => expect(isConnectionLost(new Error(message))).toBe(true))

  it.each([withCode('23505'), withCode('57014'), withCode('53300'), new Error('a bug'), 'ECONNRESET', null])(
    'is not %p',
    (error) => expect(isConnectionLost(error)).toBe(false),
  )
})
