import { parseInstant } from '../../core/kernel/shanghai-time'
import { passportWords, stampDate, stampFigures, stampLabel } from './passport'

const LATE = parseInstant('2026-11-28T23:59:00+08:00')

describe('words of the passport', () => {
  it('date a stamp by the day in Shanghai, whatever the phone thinks', () => {
    expect(stampDate(LATE)).toBe('2026年11月28日')
    expect(stampFigures(LATE)).toBe('2026.11.28')
    expect(stampLabel('金梅园百姓会客厅', LATE)).toBe('金梅园百姓会客厅，2026年11月28日盖的章')
  })

  it('say all that the picture says, also the stamps it has no room for', () => {
    const facts = {
      appName: '柳园会客厅',
      names: ['梧桐里', '青石', '云溪'],
      room: 2,
      trust: '柳园街道主办。',
    }
    const words = passportWords(facts)
    expect(words).toMatchObject({ count: '走过 3 个地方', latest: '图上是最近的 2 处' })
    for (const said of [words.title, words.count, words.trust, ...facts.names])
      expect(words.label).toContain(said)
    expect(passportWords({ ...facts, room: 3 }).latest).toBe('')
  })
})
