import { faultFrames, faultMessage, LONGEST_FAULT_MESSAGE, LONGEST_FAULT_STACK } from './fault-report'

describe('the message of a fault', () => {
  it.each([
    ["TypeError: Cannot read properties of undefined (reading 'place')", null],
    ['navigateTo:fail timeout', null],
    ['王小明 is not a party', '* is not a party'],
    ['no call to 13812345678, 021-62570000', 'no call to *, *'],
    ['activity fair-2026-11-28 is gone', 'activity * is gone'],
    ['Unexpected token W, "Wang Min" is not valid JSON', 'Unexpected token W, * is not valid JSON'],
    ['page /me/pages/card/index?token=abcdef is not found', 'page /me/pages/card/index is not found'],
    ['to wang@example.org', 'to *'],
    ['token 9f8e7d6c-5b4a-4c3d-9e2f-1a0b9c8d7e6f', 'token *'],
  ])('%s', (message, kept) => {
    expect(faultMessage(message)).toBe(kept ?? message)
    expect(faultMessage(faultMessage(message))).toBe(faultMessage(message))
  })

  it('ends somewhere', () => {
    expect(faultMessage('x '.repeat(9_999)).length).toBeLessThanOrEqual(LONGEST_FAULT_MESSAGE)
  })
})

describe('the frames of a stack', () => {
  it('keep places in the code, of each engine, and nothing else', () => {
    const stack = [
      'Error: 王小明 13812345678',
      '    at go (https://usr/app-service.js:1:234567)',
      '    at async https://example.org/js/app.1a2b.js?id=13812345678:2:9',
      'open@https://example.org/js/app.js:1:22',
      'anything else 13812345678',
    ].join('\n')
    expect(faultFrames(stack).split('\n')).toEqual([
      'at go (https://usr/app-service.js:1:234567)',
      'at async https://example.org/js/app.1a2b.js:2:9',
      'open@https://example.org/js/app.js:1:22',
    ])
  })

  it('are whole ones, the innermost first, as far as there is room', () => {
    const frames = faultFrames(
      Array.from({ length: 99 }, (_, line) => `  at f${line} (a.js:${line}:1)`).join('\n'),
    )
    expect(frames.length).toBeLessThanOrEqual(LONGEST_FAULT_STACK)
    expect(frames).toMatch(/^at f0 \(a\.js:0:1\)\n.*:1\)$/s)
  })
})
