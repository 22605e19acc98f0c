import type { CounterActivity } from '../../core/contract/registration/counter'
import { EVERYBODY } from '../../core/domain/activity/entry/audience'
import type { IsoInstant, ShanghaiDay } from '../../core/kernel/shanghai-time'
import { readSignUpChain } from '../../core/tables/sign-up-chain'
import {
  activityOfHead,
  doubtsOf,
  faultTexts,
  isComplete,
  rowsOf,
  withAnswers,
  type Answers,
  type ChainRow,
} from './chain-model'
import { inputOf } from './counter-model'

const TODAY = '2026-12-01' as ShanghaiDay
const HEAD = '#接龙\n12月6日周日上午9:30 梧桐里中国结体验课，限20人👇'
const D4 = [
  HEAD,
  '1. 王阿姨 2人',
  '2. 花溪路李姐+1',
  '3. 3号楼张师傅',
  '4. 小陈（带娃 5岁）',
  '5. 取消',
  '6. 王阿姨 改成3人',
].join('\n')

const activity = (given: Partial<CounterActivity> = {}): CounterActivity => ({
  activityId: 'class',
  title: '中国结',
  place: '梧桐里',
  startsAt: '2026-12-06T01:30:00.000Z' as IsoInstant,
  endsAt: '2026-12-06T03:00:00.000Z' as IsoInstant,
  phase: 'open',
  opensAt: null,
  capacity: 20,
  free: 20,
  waiting: 0,
  largestParty: 5,
  callUs: null,
  questions: [],
  audience: EVERYBODY,
  ...given,
})

/** Presses what a line offers, question by question, until the words to press are used up. */
function pressed(text: string, presses: readonly (readonly [line: number, say: string])[], at = activity()) {
  const { entries } = readSignUpChain(text, TODAY)
  let answers: Answers = {}
  const rows = () => rowsOf(entries, { activity: at, answers, today: TODAY })
  for (const [line, say] of presses) {
    const row = rows().find(({ entry }) => entry.line === line)
    const choice = row?.questions.flatMap(({ choices }) => choices).find((one) => one.say === say)
    if (row === undefined || choice === undefined) throw new Error(`line ${line} does not offer ${say}`)
    answers = { ...answers, [row.key]: withAnswers(answers[row.key] ?? {}, choice.answers) }
  }
  return rows()
}
const questionsOf = ({ questions }: ChainRow) => questions.map(({ question }) => question)
const parties = (rows: readonly ChainRow[]) =>
  rows.filter(isComplete).map(({ form }) => [form.called, form.persons, form.children])

describe('a pasted chain before anybody answered', () => {
  const rows = pressed(D4, [])

  it('is a row a line, and asks about each that is not certain', () => {
    expect(rows.map(questionsOf)).toEqual([
      [],
      ['“+1”：一共 1 位，还是 2 位？'],
      [],
      ['带 1 个孩子（5 岁）：一共 2 位吗？', '孩子 5 岁，哪年生的？', '孩子的家长一起来，也同意了吗？'],
      ['是谁取消？'],
      ['和第 3 行是同一位王阿姨吗？'],
    ])
  })

  it('sends nobody whom an open line may mean', () => {
    expect(rows.map(({ waitsFor }) => waitsFor)).toEqual([8, 7, 7, 7, null, null])
    expect(parties(rows)).toEqual([])
  })

  it('offers those above for a 取消 without a name', () => {
    expect(rows[4]?.questions[0]?.choices.map(({ say }) => say)).toEqual([
      '王阿姨（第 3 行）',
      '李姐（第 4 行）',
      '张师傅（第 5 行）',
      '小陈（第 6 行）',
      '不知道，跳过',
    ])
  })
})

describe('a pasted chain that was answered', () => {
  const answered = [
    [4, '2 位'],
    [6, '2 位'],
    [6, '2021 年'],
    [6, '同意了'],
    [7, '不知道，跳过'],
  ] as const

  it('is one party of three where the same 王阿姨 comes with one more', () => {
    const rows = pressed(D4, [...answered, [8, '是，改第 3 行，3 位']])
    expect(parties(rows)).toEqual([
      ['王阿姨', 3, 0],
      ['李姐', 2, 0],
      ['张师傅', 1, 0],
      ['小陈', 2, 1],
    ])
    expect(rows[5]?.folded).toBe('第 3 行的王阿姨改成 3 位')
  })

  it('is a second party where it is another 王阿姨', () => {
    const rows = pressed(D4, [...answered, [8, '不是，另报，3 位']])
    expect(parties(rows).filter(([called]) => called === '王阿姨')).toEqual([
      ['王阿姨', 2, 0],
      ['王阿姨', 3, 0],
    ])
  })

  it('registers nobody who was cancelled further down', () => {
    const rows = pressed(D4, [
      [8, '是，改第 3 行，3 位'],
      [7, '张师傅（第 5 行）'],
    ])
    expect(rows[2]?.folded).toBe('第 7 行取消了，不报')
    expect(parties(rows)).toEqual([['王阿姨', 3, 0]])
  })

  it('sends a child with its year of birth and the consent of its guardian, and nobody’s invented telephone', () => {
    const [, , , chen] = pressed(D4, [...answered, [8, '不是，另报，3 位']])
    if (chen === undefined) throw new Error('no fourth row')
    expect(inputOf(chen.form, activity())).toMatchObject({
      called: '小陈',
      party: [
        { birthYear: null, guardianConsent: false },
        { birthYear: 2021, guardianConsent: true },
      ],
      phone: null,
      consent: 'written',
    })
  })
})

describe('one line of a chain', () => {
  it('asks whether a child without an age is below 14', () => {
    const text = '1. 小林带儿子 2人'
    expect(questionsOf(pressed(text, [])[0] as ChainRow)).toEqual(['孩子满 14 岁了吗？'])
    expect(parties(pressed(text, [[1, '满了']]))).toEqual([['小林带儿子', 2, 0]])
    const [young] = pressed(text, [
      [1, '没满'],
      [1, '同意了'],
    ])
    expect(faultTexts(young as ChainRow)).toEqual(['写四位年份，像 1950'])
  })

  it('with more people than one party may have says so', () => {
    expect(faultTexts(pressed('1. 王阿姨 7人', [])[0] as ChainRow)).toEqual([
      '这场一家最多 5 位，多的请分成两家',
    ])
  })

  it('asks for what the activity asks', () => {
    const elders = activity({ audience: { ...EVERYBODY, minAge: 60 } })
    expect(faultTexts(pressed('1. 王阿姨', [], elders)[0] as ChainRow)).toEqual(['写四位年份，像 1950'])
  })

  it('without a name is not sent', () => {
    expect(faultTexts(pressed('1. 2人', [])[0] as ChainRow)).toEqual(['请写怎么称呼，20 个字以内'])
  })

  it('is another row where it stands there twice', () => {
    const rows = pressed('1. 王阿姨\n2. 王阿姨', [[2, '不是，另报，1 位']])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
    expect(parties(rows)).toHaveLength(2)
  })
})

describe('the head of a chain', () => {
  const { head } = readSignUpChain(D4, TODAY)
  const later = activity({ activityId: 'later', startsAt: '2026-12-13T01:00:00.000Z' as IsoInstant })

  it('finds the one activity that begins then', () => {
    expect(activityOfHead(head, [later, activity()])?.activityId).toBe('class')
    expect(activityOfHead(head, [later])).toBeNull()
    expect(activityOfHead(head, [activity(), activity({ activityId: 'twin' })])).toBeNull()
  })

  it('that says another day or time than the activity is asked about', () => {
    expect(doubtsOf(head, activity())).toEqual([])
    expect(doubtsOf(head, later)).toEqual([
      '接龙写的是 周日 12月6日，这一场是 周日 12月13日。',
      '接龙写的是 9:30 开始，这一场 9:00 开始。',
    ])
  })
})
