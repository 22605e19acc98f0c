import * as fc from 'fast-check'
import { clockText } from '../../../core/kernel/shanghai-time'
import { readOpenings } from './opening-text'

const flawOf = (text: string): string => {
  const reading = readOpenings(text)
  return 'flaw' in reading ? reading.flaw : `accepted ${JSON.stringify(reading.value)}`
}

describe('readOpenings', () => {
  it.each([
    ['9:00-17:00', [[540, 1020]]],
    ['９：００－１７：００', [[540, 1020]]],
    [
      '9:00 – 11:30　13:00～17:00',
      [
        [540, 690],
        [780, 1020],
      ],
    ],
    [
      '09:00至11:30；13:00到17:00',
      [
        [540, 690],
        [780, 1020],
      ],
    ],
    [
      '9:00-12:00、12:00-17:00',
      [
        [540, 720],
        [720, 1020],
      ],
    ],
    [
      '9:00-11:30\n13:00-17:00',
      [
        [540, 690],
        [780, 1020],
      ],
    ],
    ['0:00-24:00', [[0, 1440]]],
    ['全天', [[0, 1440]]],
    ['休息', []],
  ])('reads %j', (text, openings) => {
    expect(readOpenings(text)).toEqual({ value: openings })
  })

  it.each([
    ['13:00-17:00 9:00-11:30', '从早到晚写，而且不能重叠'],
    ['9:00-12:00 11:00-17:00', '从早到晚写，而且不能重叠'],
    ['22:00-6:00', '“22:00-6:00”的结束不晚于开始'],
    ['9:00-9:00', '“9:00-9:00”的结束不晚于开始'],
    ['9:00-24:01', '“9:00-24:01”不是'],
    ['9:60-17:00', '“9:60-17:00”不是'],
    ['9-17', '“9-17”不是'],
    ['9:00', '“9:00”不是'],
    ['9:00-', '“9:00-”不是'],
    ['9:00-12:00-17:00', '“9:00-12:00-17:00”不是'],
    ['0.333333', '“0.333333”是表格里的内部数字，原来大概是 8:00'],
    ['9月17日', '“9月17日”像是被表格改成了日期，原来大概是 9-17'],
    ['上午', '“上午”不是'],
    ['、', '里没有时间'],
    ['1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00', '有 5 段时间，一天最多 4 段'],
  ])('refuses %j', (text, reason) => {
    expect(flawOf(text)).toContain(reason)
  })

  it('reads back every set of openings that is in order', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(minutes, (unordered) => {
        const ends = [...unordered].sort((one, other) => one - other).slice(0, unordered.length & ~1)
        const openings = Array.from({ length: ends.length / 2 }, (_, index) => [
          ends[index * 2]!,
          ends[index * 2 + 1]!,
        ])
        const text = openings.map(([from, to]) => `${clockText(from!)}-${clockText(to!)}`).join(' ')
        expect(readOpenings(text)).toEqual({ value: openings })
      }),
    )
  })
})
