import { parseInstant } from '../../kernel/shanghai-time'
import { checkStateOf, maskedPhone, mayWriteNow, suggestionState, SUGGESTIONS_A_DAY } from './suggestion'

const EVENING = parseInstant('2026-11-22T15:59:59.999Z')
const MIDNIGHT = parseInstant('2026-11-22T16:00:00Z')

describe('writing suggestions', () => {
  it('ends for the Shanghai day with the fifth', () => {
    const four = Array.from({ length: SUGGESTIONS_A_DAY - 1 }, () => EVENING)
    expect(mayWriteNow(four, EVENING)).toBe(true)
    expect(mayWriteNow([...four, EVENING], EVENING)).toBe(false)
  })

  it('begins again at midnight in Shanghai', () => {
    expect(
      mayWriteNow(
        Array.from({ length: SUGGESTIONS_A_DAY }, () => EVENING),
        MIDNIGHT,
      ),
    ).toBe(true)
  })
})

it.each([
  ['pass', 'passed'],
  ['review', 'review'],
  ['uncheckable', 'review'],
  ['unreachable', 'unchecked'],
  ['risky', 'refused'],
] as const)('a verdict of %s is recorded as %s', (verdict, state) => {
  expect(checkStateOf(verdict)).toBe(state)
})

it('tells the writer what became of it, and nothing of the check', () => {
  expect(suggestionState('unchecked', null)).toBe('received')
  expect(suggestionState('review', null)).toBe('received')
  expect(suggestionState('passed', '谢谢')).toBe('replied')
  expect(suggestionState('refused', null)).toBe('refused')
})

it('masks a number so that nobody can call it', () => {
  expect(maskedPhone('13800001234')).toBe('138****1234')
  expect(maskedPhone('12345')).toBe('****')
})
