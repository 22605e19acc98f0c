import { parseInstant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import { pairedText, screenName, seenText } from './wall-screens'

const NOW = parseInstant('2026-11-24T10:00:00+08:00')
const iso = (text: string) => text as IsoInstant

describe('a wall screen in the list of staff', () => {
  it.each([
    [null, '还没有上线'],
    ['2026-11-24T01:58:00.000Z', '在线'],
    ['2026-11-24T01:57:00.000Z', '上次在线：今天 9:57'],
    ['2026-11-20T01:12:00.000Z', '上次在线：11月20日 9:12'],
  ])('last seen %s reads %s', (seenAt, text) => {
    expect(seenText({ seenAt: seenAt === null ? null : iso(seenAt) }, NOW)).toBe(text)
  })

  it('has a name of its own, and the time since when it hangs there', () => {
    expect(screenName({ screenId: 'b7a3cdf8588b' })).toBe('大屏 588b')
    expect(pairedText({ pairedAt: iso('2026-11-23T01:12:00.000Z') }, NOW)).toBe('昨天 9:12 配对')
  })
})
