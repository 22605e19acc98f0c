import fc from 'fast-check'
import { plainJson } from './plain-json'

describe('JSON for a gatekeeper', () => {
  it('reads the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(plainJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    'union select name from people; drop table people',
    '\\" and \\nselect',
    '/* SELECT */',
    '\from, \table, \nand, \benchmark',
  ])('has no tag and no word of SQL in its bytes: %s', (text) => {
    const body = plainJson({ text, select: [null, true, text] })
    expect(body).not.toMatch(/[<>';]|--|\/\*|\b(?:select|union|drop|table|from|or|and|script)\b/i)
    expect(JSON.parse(body)).toEqual({ text, select: [null, true, text] })
  })

  it('is the ordinary JSON where nothing of that is there', () => {
    const input = { office: 'ao-shan-lu', 人: '张三', at: '2026-03-07T09:00:00Z', many: [1, null, true] }
    expect(plainJson(input)).toBe(JSON.stringify(input))
  })
})
