import { readSignInSheet, type SignInLine } from './sign-in-sheet'

const SHEET = [
  '1 √',
  '2 ✓',
  '3 ×',
  '4 来了',
  '5 代王阿姨签',
  '6',
  '7 迟到',
  '8 √ +小孙子',
  '没报名的 3 位 其中老人2',
].join('\n')
const read = (text: string) => readSignInSheet(text)
const only = (words: string): SignInLine => {
  const [row] = read(`1 ${words}`).rows
  if (row === undefined) throw new Error('no row')
  return row
}

describe('a sign-in sheet that comes back', () => {
  const { rows, walkIns, mayBeSaved } = read(SHEET)
  const cameOf = (number: number) => rows.find((row) => row.number === number)?.came

  it('says who came, in every mark there is, and who did not', () => {
    expect([1, 2, 4, 7, 8].map((number) => cameOf(number)?.value)).toEqual([true, true, true, true, true])
    expect([3, 6].map((number) => cameOf(number)?.value)).toEqual([false, false])
    expect(cameOf(7)?.notes).toEqual(['迟到'])
  })

  it('asks who came where somebody signed for another', () => {
    expect(cameOf(5)).toMatchObject({
      value: null,
      asks: [
        {
          question: '5 号写着“代王阿姨签”：谁来了？',
          answers: [
            { say: '5 号本人', value: true },
            { say: '王阿姨', value: 'somebody-else' },
            { say: '两位都来了', value: 'both' },
          ],
        },
      ],
    })
    expect(mayBeSaved).toBe(false)
  })

  it('has a child beside a party as a walk-in, and those without registration by number', () => {
    expect(rows[7]?.walkIns).toEqual([{ count: 1, who: '小孙子', isChild: true, elders: null }])
    expect(walkIns).toMatchObject({ value: { count: 3, elders: 2 }, notes: ['目测 60 岁以上 2 位'] })
  })

  it('typed twice says the same', () => expect(read(`${SHEET}\n${SHEET}`)).toEqual(read(SHEET)))

  it.each([
    ['✔', true],
    ['V', true],
    ['已到', true],
    ['√ 早退', true],
    ['签到', true],
    ['x', false],
    ['请假', false],
    ['没来', false],
    ['✗ 感冒', false],
  ])('%s', (words, came) => expect(only(words).came.value).toBe(came))

  it.each([
    ['√ +2', [{ count: 2, who: null, isChild: false, elders: null }]],
    ['√ 带两个孩子', [{ count: 2, who: '孩子', isChild: true, elders: null }]],
    ['+老伴', [{ count: 1, who: '老伴', isChild: false, elders: null }]],
  ])('%s brings somebody', (words, walkIns) =>
    expect(only(words)).toMatchObject({ came: { value: true }, walkIns }),
  )

  it.each([
    ['现场 5 人', { count: 5, elders: null }],
    ['未报名：四位，老人三位', { count: 4, elders: null }],
    ['没报名的 4 个，其中 3 个老人', { count: 4, elders: 3 }],
  ])('%s', (text, value) => expect(read(text).walkIns.value).toMatchObject({ count: value.count }))

  it('refuses what nobody can read, and more elders than people', () => {
    expect(only('？').came.refusals).toEqual([expect.stringContaining('看不懂')])
    expect(read('没报名的 2 位 其中老人3').walkIns.refusals).toEqual([expect.stringContaining('比总数还多')])
    expect(read('谢谢大家').unread).toEqual([{ line: 1, text: '谢谢大家' }])
  })

  it('asks where one number says two things', () => {
    expect(read('1 √\n1 ×').rows).toMatchObject([{ came: { value: null, asks: [{}] } }])
  })
})
