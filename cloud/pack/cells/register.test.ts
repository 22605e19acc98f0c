import * as fc from 'fast-check'
import { oneSlipApart } from './register'

describe('oneSlipApart', () => {
  it('holds for one character too many, too few or wrong', () => {
    expect(oneSlipApart('金梅圆', '金梅园')).toBe(true)
    expect(oneSlipApart('金梅', '金梅园')).toBe(true)
    expect(oneSlipApart('金梅园园', '金梅园')).toBe(true)
    expect(oneSlipApart('梅园', '金梅园')).toBe(true)
  })

  it('does not hold for two slips, nor for words of one character', () => {
    expect(oneSlipApart('南杨园', '金梅园')).toBe(false)
    expect(oneSlipApart('金', '金梅园')).toBe(false)
    expect(oneSlipApart('园', '元')).toBe(false)
  })

  it('is the same both ways round', () => {
    const word = fc.string({ unit: fc.constantFrom('金', '梅', '园'), maxLength: 5 })
    fc.assert(fc.property(word, word, (one, other) => oneSlipApart(one, other) === oneSlipApart(other, one)))
  })
})
