import fc from 'fast-check'
import { fromBase64 } from './base64'

describe('fromBase64', () => {
  it('gives back the bytes, however many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = new Uint8Array(fromBase64(Buffer.from(bytes).toString('base64')))
        expect([...read]).toEqual([...bytes])
      }),
    )
  })

  it('is empty for what is no base64', () => {
    expect(fromBase64('你好').byteLength).toBe(0)
  })
})
