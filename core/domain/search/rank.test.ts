import fc from 'fast-check'
import { anyCharacter } from '../../../tests/support/any-character'
import { openDocument } from './matching/match'
import { readQuery } from './query'
import { grouped, rank } from './rank'
import { document, idsFor } from './testing/shelf'

const jinmei = document('jinmei', [
  'name|金梅园百姓会客厅|jin/mei yuan/bai xing/hui ke ting',
  'name|金梅园|jin/mei yuan',
  'service|24小时自助|2 4/xiao shi/zi zhu',
  'service|自助|zi zhu',
  'place|梅川路|mei chuan/lu',
])
const jinyang = document('jinyang', ['name|金杨园|jin/yang yuan'], { standing: 1 })
const lift = document(
  'lift',
  ['name|加梯咨询|jia/ti/zi xun', 'alias|加装电梯|jia/zhuang/dian ti', 'text|供电和消防一起答疑'],
  {
    kind: 'service',
  },
)
const canteen = document(
  'canteen',
  ['name|武宁片区食堂|wu ning/pian qu/shi tang', 'kind|幸福餐吧|xing fu/can ba'],
  {
    kind: 'facility',
  },
)
const all = [lift, canteen, jinyang, jinmei]

describe('what was typed right', () => {
  it('stands before what begins with it, what contains it, letters, and guesses', () => {
    const ladder = [
      document('exact', ['name|金梅|jin mei']),
      document('prefix', ['name|金梅园|jin mei/yuan']),
      document('word', ['name|新金梅|xin/jin mei']),
      document('inside', ['name|老金梅园|lao jin mei yuan']),
      document('text', ['name|别处|bie chu', 'text|离金梅不远']),
    ]
    expect(idsFor('金梅', [...ladder].reverse())).toEqual(['exact', 'prefix', 'word', 'inside', 'text'])
    const letters = [
      document('literal', ['name|jinmei|j i n m e i']),
      document('whole', ['name|金梅|jin/mei']),
      document('prefix', ['name|金梅园|jin/mei/yuan']),
      document('word', ['name|新金梅|xin/jin/mei']),
    ]
    expect(idsFor('jinmei', [...letters].reverse())).toEqual(['literal', 'whole', 'prefix', 'word'])
  })

  it('is never mixed with guesses: a neighbour that differs by one character stays away', () => {
    expect(idsFor('金梅园', all)).toEqual(['jinmei'])
    expect(idsFor('金栀园', all)).toEqual(['jinmei', 'jinyang'])
  })

  it.each(['jmy', 'jinmeiyuan', 'jinmy', 'JinMei', 'jin mei yuan', '梅川', '自助', '２４小时', 'zizhu'])(
    'finds 金梅园 by %s',
    (typed) => {
      expect(idsFor(typed, all)[0]).toBe('jinmei')
    },
  )

  it('has every word of several', () => {
    expect(idsFor('梅川 自助', all)).toEqual(['jinmei'])
    expect(idsFor('梅川，加梯', all)).toHaveLength(2)
  })
})

describe('what was meant', () => {
  it.each([
    ['other characters of the same sound', '今每园', 'jinmei'],
    ['one wrong letter', 'jinmiyuan', 'jinmei'],
    ['one letter missing', 'jinmeyuan', 'jinmei'],
    ['two letters exchanged', 'jinmieyuan', 'jinmei'],
    ['one wrong character', '加装电题', 'lift'],
    ['one character too many', '加装了电梯', 'lift'],
    ['a question', '加装电梯怎么办', 'lift'],
    ['two halves', '武宁食堂', 'canteen'],
  ])('is found by %s', (_, typed, id) => {
    expect(idsFor(typed, all)[0]).toBe(id)
  })

  it('is said to be a guess', () => {
    const opened = all.map(openDocument)
    expect(rank(opened, readQuery('加装电题')).guessed).toBe(true)
    expect(rank(opened, readQuery('加装电梯')).guessed).toBe(false)
    expect(rank(opened, readQuery('火星移民'))).toEqual({ found: [], guessed: false })
  })
})

describe('numbers', () => {
  const one = document('one', ['name|曹杨一村|cao/yang/1/cun'])
  const eight = document('eight', ['name|曹杨八村|cao/yang/8/cun'], { standing: 1 })
  const eleven = document('eleven', ['name|枫桥路站（11 号线）|feng qiao/lu/zhan/1 1/hao xian'])
  const house = document('house', ['name|食堂|shi tang', 'place|兰溪路 88 号|lan xi/lu/8 8/hao'])
  const official = document('official', ['name|一网通办|1 wang/tong ban'])
  const places = [one, eight, eleven, house, official]

  it.each([
    ...['曹杨8村', '曹杨八村', '曹杨８村', 'caoyang8cun', 'caoyangbacun', 'cy8c', '曹杨8cun', '8村'].map(
      (typed) => [typed, 'eight'] as const,
    ),
    ...['兰溪路八十八号', '兰溪路88号', 'lanxilu88', 'lanxilubashiba', '八十八号', '兰溪路8'].map(
      (typed) => [typed, 'house'] as const,
    ),
    ...['十一号线', '11号线', '11haoxian'].map((typed) => [typed, 'eleven'] as const),
    ...['一网通办', 'ywtb', 'yiwangtongban', '1网通办'].map((typed) => [typed, 'official'] as const),
  ])('%s finds %s first', (typed, id) => {
    expect(idsFor(typed, places)[0]).toBe(id)
  })

  it.each(['1号线', '一号线', '8号', '曹杨九村', '曹杨18村', 'caoyang9cun'])(
    'are never taken for others: %s',
    (typed) => {
      expect(idsFor(typed, places)).toEqual([])
    },
  )

  it('are marked whole', () => {
    const { found } = rank([openDocument(eight)], readQuery('曹杨8'))
    expect(found[0]?.title.marks).toEqual([[0, 3]])
  })
})

describe('other characters of the same sound', () => {
  const lawmaking = document('law', ['name|立法联系点|li fa/lian xi/dian'])
  it('are no guess where every one differs', () => {
    const readings: Readonly<Record<string, string>> = { 理: 'li', 发: 'fa', 立: 'li' }
    const ids = (typed: string) =>
      rank(
        [openDocument(lawmaking)],
        readQuery(typed, (one) => readings[one] ?? null),
      ).found.length
    expect(ids('理发')).toBe(0)
    expect(ids('立发')).toBe(1)
  })
})

describe('a line of the answer', () => {
  const first = (typed: string) => rank(all.map(openDocument), readQuery(typed)).found[0]

  it('marks in the title what was found, also by letters and in its shorter name', () => {
    expect(first('金梅园')).toMatchObject({
      title: { text: '金梅园百姓会客厅', marks: [[0, 3]] },
      reason: null,
    })
    expect(first('meiyuan')?.title.marks).toEqual([[1, 3]])
    expect(first('jmy')?.title.marks).toEqual([[0, 3]])
  })

  it('gives the reason where the title does not say it', () => {
    expect(first('电梯')).toMatchObject({
      title: { marks: [] },
      reason: { role: 'alias', text: '加装电梯', marks: [[2, 4]] },
    })
  })

  it('marks the characters as they stand between signs and blanks', () => {
    const road = [openDocument(document('road', ['name|甲|jia', 'place|兰溪路 88 号|lan xi/lu/8 8/hao']))]
    expect(rank(road, readQuery('路88号')).found[0]?.reason?.marks).toEqual([[2, 8]])
  })
})

describe('the order', () => {
  it('puts what is gone behind everything that is still there', () => {
    const gone = document('gone', ['name|金梅园|jin/mei yuan'], { gone: true })
    expect(idsFor('金梅', [gone, jinmei])).toEqual(['jinmei', 'gone'])
  })

  it('puts where one can go before what one can read about it', () => {
    const word = document('word', ['name|加梯|jia ti'], { kind: 'word' })
    const service = document('service', ['name|加梯咨询|jia ti/zi xun', 'alias|加梯|jia ti'], {
      kind: 'service',
    })
    expect(idsFor('加梯', [word, service])).toEqual(['service', 'word'])
  })

  it('groups by kind, the kind of the best first, and says how many more there are', () => {
    const many = Array.from({ length: 5 }, (_, at) =>
      document(`p${at}`, ['name|加梯园|jia ti/yuan'], { kind: 'facility', standing: at }),
    )
    const { found } = rank([...many, lift].map(openDocument), readQuery('加梯'))
    expect(grouped(found, 2).map(({ kind, items, more }) => [kind, items.length, more])).toEqual([
      ['facility', 2, 3],
      ['service', 1, 0],
    ])
  })

  it('is the same in whatever order the documents come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.constantFrom('园', 'j', '金每园', '自助 金', 'jy'),
        (documents, typed) => {
          expect(idsFor(typed, documents)).toEqual(idsFor(typed, all))
        },
      ),
    )
  })

  it('is total: any text has an answer, and all of its marks lie inside their texts', () => {
    const anything = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: 'grapheme' }),
      fc.constant('😀\ud83d金'),
    )
    fc.assert(
      fc.property(anything, fc.array(anything, { minLength: 1, maxLength: 3 }), (typed, texts) => {
        const documents = texts.map((text, at) => document(String(at), [`name|${text.replaceAll('|', '')}`]))
        for (const { title } of rank([...all, ...documents].map(openDocument), readQuery(typed)).found) {
          for (const [from, to] of title.marks) {
            expect(from).toBeLessThan(to)
            expect(to).toBeLessThanOrEqual(title.text.length)
          }
        }
      }),
    )
  })
})
