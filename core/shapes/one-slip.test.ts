import fc from 'fast-check'
import { isOneSlip } from './one-slip'

describe('one slip', () => {
  it.each([
    ['金梅圆', '金梅园'],
    ['金梅', '金梅园'],
    ['金梅园园', '金梅园'],
    ['jinmiyuan', 'jinmeiyuan'],
  ])('lies between %s and %s', (one, other) => {
    expect(isOneSlip(one, other, false)).toBe(true)
    expect(isOneSlip(other, one, false)).toBe(true)
  })

  it('lies not between what is the same, nor where two places differ', () => {
    expect(isOneSlip('金梅园', '金梅园', true)).toBe(false)
    expect(isOneSlip('南杨园', '金梅园', true)).toBe(false)
    expect(isOneSlip('园', '金梅园', true)).toBe(false)
  })

  it('may exchange two neighbours of letters', () => {
    expect(isOneSlip('jinmieyuan', 'jinmeiyuan', true)).toBe(true)
    expect(isOneSlip('jinmieyuan', 'jinmeiyuan', false)).toBe(false)
  })

  it('is any one place of any word', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(word, fc.nat(7), fc.constantFrom('x', 'y'), (letters, where, wrong) => {
        const at = where % letters.length
        expect(isOneSlip(letters, [...letters.slice(0, at), wrong, ...letters.slice(at + 1)], false)).toBe(
          true,
        )
        expect(isOneSlip(letters, [...letters.slice(0, at), wrong, ...letters.slice(at)], false)).toBe(true)
      }),
    )
  })
})
