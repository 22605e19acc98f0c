import { codeIn, readCode } from './read-code'

describe('readCode', () => {
  it.each([
    ['https://caoyang.example/c/s1.117630912.Zm9v', 'c/s1.117630912.Zm9v'],
    ['https://caoyang.example/p/Ab3_x-9~', 'p/Ab3_x-9~'],
    ['pages/scan/index?scene=Ab3x', 'p/Ab3x'],
    ['/pages/scan/index?from=poster&scene=Ab3x', 'p/Ab3x'],
  ])('knows %s for a place', (text, code) => {
    expect(readCode(text)).toEqual({ kind: 'place', code, isPoster: code.startsWith('p/') })
  })

  it.each([
    'https://pay.example/c',
    'weixin://pay',
    '',
    'https://a.example/c/../etc',
    'https://a.example/x/c/abc',
  ])('takes %p for none of ours', (text) => {
    expect(readCode(text)).toEqual({ kind: 'foreign' })
  })
})

describe('readCode of what is ours but not for this page', () => {
  it.each([
    ['https://caoyang.example/c/pair.Zm9v', { kind: 'pairing', pairingId: 'Zm9v' }],
    [`cy1.class-1.${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.1.2.Zm9v`, { kind: 'ticket' }],
  ])('knows %s', (text, code) => {
    expect(readCode(text)).toEqual(code)
  })
})

describe('codeIn', () => {
  it('reads what WeChat hands over: an ordinary link as q, a poster as scene, our scanner as code', () => {
    expect(codeIn({ q: 'https://a.example/c/s.1.m' })).toEqual({
      kind: 'place',
      code: 'c/s.1.m',
      isPoster: false,
    })
    expect(codeIn({ scene: 'tok' })).toEqual({ kind: 'place', code: 'p/tok', isPoster: true })
    expect(codeIn({ code: 'hello' })).toEqual({ kind: 'foreign' })
    expect(codeIn({})).toBeNull()
  })
})
