import { hashOf, requestIdOf } from './repeatable'

describe('requestIdOf', () => {
  it('is the id in small letters, so that one id is one request however it is written', () => {
    expect(requestIdOf({ requestId: 'ABCDEF00-0000-4000-8000-000000000000' })).toBe(
      'abcdef00-0000-4000-8000-000000000000',
    )
  })

  it.each([null, undefined, 7, 'text', [], {}, { requestId: 7 }, { requestId: null }])(
    'is none in %j',
    (input) => {
      expect(requestIdOf(input)).toBeNull()
    },
  )
})

describe('hashOf', () => {
  it('is the same for every sending of one act', () => {
    expect(hashOf({ code: 'a', times: { sentAt: 1 }, requestId: 'x' })).toEqual(
      hashOf({ code: 'a', times: { sentAt: 2 }, requestId: 'y' }),
    )
  })

  it('is another one where the act itself carries other times', () => {
    expect(hashOf({ opening: { times: '9:00' } })).not.toEqual(hashOf({ opening: { times: '10:00' } }))
  })
})
