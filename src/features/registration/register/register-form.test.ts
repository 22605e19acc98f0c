import type { RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { Question } from '../../../../core/domain/activity/entry/questions'
import { instant } from '../../../../core/kernel/shanghai-time'
import { faultAt, inputOf, isAsLastTime, screensOf, stepsOf, type RegisterForm } from './register-form'

const NOW = instant(Date.UTC(2026, 10, 22))
const FORM: RegisterForm = {
  party: [null],
  ownYear: '',
  answers: {},
  wantsHelp: false,
  help: '',
  telling: 'none',
  phone: '',
}
const form = (given: Partial<RegisterForm>): RegisterForm => ({ ...FORM, ...given })
const QUESTION: Question = { id: 'shoes', text: '鞋码？', required: true, kind: 'text', longest: 5 }
const terms = (given: Partial<RegistrationTerms>) =>
  ({ minAge: null, maxAge: null, questions: [], ...given }) as unknown as RegistrationTerms
const KNOWN = { myself: { callName: null, born: [1950, 1950] as const }, members: [] }
const UNKNOWN = { myself: { callName: null, born: null }, members: [] }

const kinds = (...given: Parameters<typeof stepsOf>) => stepsOf(...given).map(({ kind }) => kind)

describe('stepsOf', () => {
  it('asks for one’s own year only where ages matter, it is unknown, and one comes oneself', () => {
    expect(kinds(FORM, terms({ minAge: 60 }), UNKNOWN)).toContain('own-year')
    expect(kinds(FORM, terms({ minAge: 60 }), KNOWN)).not.toContain('own-year')
    expect(kinds(FORM, terms({}), UNKNOWN)).not.toContain('own-year')
    expect(kinds(form({ party: ['mother'] }), terms({ minAge: 60 }), UNKNOWN)).not.toContain('own-year')
  })

  it('asks the questions of the activity between whom to bring and how to be told', () => {
    expect(kinds(FORM, terms({ questions: [QUESTION] }), KNOWN)).toEqual([
      'party',
      'question',
      'help',
      'telling',
    ])
  })
})

describe('screensOf', () => {
  const screens = (...given: Parameters<typeof stepsOf>) =>
    screensOf(stepsOf(...given)).map((screen) => screen.map(({ kind }) => kind))

  it('is one screen where the activity asks nothing: who comes, with what most leave as it is', () => {
    expect(screens(FORM, terms({}), KNOWN)).toEqual([['party', 'help', 'telling']])
  })

  it('gives each question that has to be answered a screen of its own', () => {
    expect(screens(FORM, terms({ minAge: 60, questions: [QUESTION, QUESTION] }), UNKNOWN)).toEqual([
      ['party', 'help', 'telling'],
      ['own-year'],
      ['question'],
      ['question'],
    ])
  })
})

describe('isAsLastTime', () => {
  it('holds for the same persons in any order, and never before the first time', () => {
    expect(isAsLastTime([null, 'mother'], ['mother', null])).toBe(true)
    expect(isAsLastTime([null], null)).toBe(false)
    expect(isAsLastTime([null], [null, 'mother'])).toBe(false)
    expect(isAsLastTime(['mother'], [null])).toBe(false)
  })
})

const MOST = 5

describe('faultAt', () => {
  it('wants somebody, required answers, and a number that can be called', () => {
    expect(faultAt({ kind: 'party' }, form({ party: [] }), NOW, MOST)).toBe('请先选谁来')
    expect(faultAt({ kind: 'party' }, form({ party: [null, 'a', 'b'] }), NOW, 2)).toBe(
      '一次最多报 2 位，现在选了 3 位。请先去掉 1 位，再另报一次。',
    )
    const question = { kind: 'question', question: QUESTION } as const
    expect(faultAt(question, FORM, NOW, MOST)).toBe('请先答这一题，再往下。')
    expect(faultAt(question, form({ answers: { shoes: '38' } }), NOW, MOST)).toBeNull()
    for (const phone of ['138 1234 5678', '021-62570000', '62570000'])
      expect([phone, faultAt({ kind: 'telling' }, form({ telling: 'phone', phone }), NOW, MOST)]).toEqual([
        phone,
        null,
      ])
    for (const phone of ['', '1381234', '02162570000x'])
      expect(faultAt({ kind: 'telling' }, form({ telling: 'phone', phone }), NOW, MOST)).toMatch(
        /^电话好像不对/,
      )
    expect(faultAt({ kind: 'telling' }, FORM, NOW, MOST)).toBeNull()
  })

  it('takes no year that nobody can have been born in', () => {
    for (const ownYear of ['55', '2027', '1850'])
      expect(faultAt({ kind: 'own-year' }, form({ ownYear }), NOW, MOST)).toMatch(/年份/)
    expect(faultAt({ kind: 'own-year' }, form({ ownYear: '1955' }), NOW, MOST)).toBeNull()
  })
})

describe('inputOf', () => {
  it('sends no answer that was left open, and no number that is not to be called', () => {
    const input = inputOf(form({ answers: { shoes: ' 38 ', hat: ' ' }, phone: '13812345678' }), 'class')
    expect(input.answers).toEqual([{ questionId: 'shoes', answer: '38' }])
    expect(input.phone).toBeNull()
  })

  it('says what help is wanted, and that it is where nothing more was said', () => {
    expect(inputOf(form({ wantsHelp: true, help: '轮椅' }), 'class').helpWanted).toBe('轮椅')
    expect(inputOf(form({ wantsHelp: true }), 'class').helpWanted).toBe('需要帮忙')
    expect(inputOf(form({ help: '轮椅' }), 'class').helpWanted).toBeNull()
  })

  it('dials without the blanks', () => {
    expect(inputOf(form({ telling: 'phone', phone: '138 1234 5678' }), 'class').phone).toBe('13812345678')
  })
})
