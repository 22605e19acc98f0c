import { faultyAnswers, type Question } from './questions'

const QUESTIONS: readonly Question[] = [
  { id: 'allergy', text: '对什么过敏？', required: false, kind: 'text', longest: 5 },
  { id: 'level', text: '学过吗？', required: true, kind: 'choice', choices: ['没学过', '学过'] },
  { id: 'wheelchair', text: '坐轮椅来吗？', required: true, kind: 'yes-no' },
]
const faults = (answers: Readonly<Record<string, string>>) => faultyAnswers(QUESTIONS, answers)

describe('faultyAnswers', () => {
  it('finds nothing where the required ones are answered', () => {
    expect(faults({ level: '学过', wheelchair: 'no' })).toEqual([])
    expect(faults({ level: ' 学过 ', wheelchair: 'yes', allergy: '花生' })).toEqual([])
  })

  it('names the required ones that are missing or blank, in the order of the questions', () => {
    expect(faults({})).toEqual(['level', 'wheelchair'])
    expect(faults({ wheelchair: '  ', level: '没学过' })).toEqual(['wheelchair'])
  })

  it('takes only what was offered, and no more than fits', () => {
    expect(faults({ level: '教过', wheelchair: 'perhaps', allergy: '花生和牛奶和虾' })).toEqual([
      'allergy',
      'level',
      'wheelchair',
    ])
  })

  it('names answers to questions that were never asked, also those named like parts of an object', () => {
    expect(faults({ level: '学过', wheelchair: 'no', phone: '139' })).toEqual(['phone'])
    expect(faults({ level: '学过', wheelchair: 'no', constructor: 'x' })).toEqual(['constructor'])
  })
})
