import fc from 'fast-check'
import { anyCharacter } from '../../../tests/support/any-character'
import { originRange, plain } from './plain'
import { LONGEST_QUERY } from './document'
import { askable, readQuery } from './query'

describe('plain', () => {
  it('keeps small letters, digits and characters, and knows where they stood', () => {
    expect(plain('曹Young · ２４小时（示例）').text).toBe('曹young24小时示例')
    expect(plain('Lǚ é ㎡').text).toBe('luem2')
    const road = plain('兰溪路 88 号')
    expect(originRange(road, 2, 6)).toEqual([2, 8])
  })

  it('leaves nothing of emoji, halves of them, and control characters', () => {
    expect(plain('😀\ud83d\u0000，。！').text).toBe('')
  })

  it('is total, and its origins rise', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const { text: kept, origin } = plain(text)
        expect(origin).toHaveLength(kept.length)
        expect(origin.every((at, index) => at >= (origin[index - 1] ?? 0) && at < text.length)).toBe(true)
      }),
    )
  })
})

describe('readQuery', () => {
  it('takes signs and blanks as gaps between pieces, but letters as one', () => {
    expect(readQuery('梅川路，自助').map(({ text }) => text)).toEqual(['梅川路', '自助'])
    expect(readQuery('jin mei yuan').map(({ text }) => text)).toEqual(['jinmeiyuan'])
  })

  it('reads no more than the longest query', () => {
    expect(readQuery('金'.repeat(10_000))[0]?.text).toHaveLength(LONGEST_QUERY)
  })
})

describe('askable', () => {
  it('is one line that the backend takes, whatever was typed', () => {
    expect(askable(' 金\n梅\ud83d ')).toBe('金 梅')
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 90 }), (typed) => {
        const text = askable(typed)
        expect(text.length).toBeLessThanOrEqual(LONGEST_QUERY)
        expect(Array.from(text).every((one) => one >= ' ' && !/^[\ud800-\udfff]$/.test(one))).toBe(true)
      }),
    )
  })
})
