import { instant, parseInstant } from '../../../kernel/shanghai-time'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { decideTaking, gradeAtConfirming } from './receipt'

const openedAt = parseInstant('2026-11-28T09:00:00+08:00')
const take = (takenBy: string | null, after: number) =>
  decideTaking({ openedAt, takenBy }, 'me', instant(openedAt + after), DEFAULT_RULES)

describe('decideTaking', () => {
  it('gives ten minutes to the millisecond', () => {
    expect(take(null, 0)).toMatchObject({ ok: true })
    expect(take(null, 599_999)).toMatchObject({ ok: true })
    expect(take(null, 600_000)).toMatchObject({ refusal: 'code_expired' })
  })

  it('belongs to who confirmed it first, who may tick somebody more', () => {
    expect(take('me', 1)).toMatchObject({ ok: true })
    expect(take('another', 1)).toMatchObject({ refusal: 'receipt_taken' })
    expect(take('another', 600_000)).toMatchObject({ refusal: 'receipt_taken' })
  })
})

describe('what a confirmation is worth', () => {
  const worth = (grade: 'rolling' | 'poster', after: number) =>
    gradeAtConfirming({ grade, openedAt }, instant(openedAt + after), DEFAULT_RULES)

  it('is the live code’s for the minutes of its receipt, by the clock of the backend', () => {
    expect(worth('rolling', 10 * 60_000 - 1)).toBe('rolling')
    expect(worth('rolling', 10 * 60_000)).toBe('rolling_late')
    expect(worth('rolling', 47 * 3_600_000)).toBe('rolling_late')
  })

  it('stays what a poster is worth', () => expect(worth('poster', 47 * 3_600_000)).toBe('poster'))
})
