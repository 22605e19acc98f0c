import fc from 'fast-check'
import { bytesFrom } from './base64'

const bytes = fc.uint8Array({ maxLength: 200 })

describe('bytesFrom', () => {
  it.each(['base64', 'base64url'] as const)('gives back the bytes of %s, however many', (form) => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(bytesFrom(form, Buffer.from(given).toString(form))).toEqual(Uint8Array.from(given))
      }),
    )
  })

  it.each([
    ['base64', '你好'],
    ['base64', 'ab-_'],
    ['base64url', 'ab+/'],
    ['base64url', 'QQ=='],
    ['base64', 'Q=Q='],
  ] as const)('takes nothing for %s that is none: %s', (form, text) => {
    expect(bytesFrom(form, text)).toBeNull()
  })

  it('knows one spelling of the same bytes', () => {
    expect(bytesFrom('base64url', 'QQ')).toEqual(Uint8Array.of(65))
    expect(bytesFrom('base64url', 'QR')).toBeNull()
  })
})
