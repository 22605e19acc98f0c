import { NOTICE_KINDS } from '../../../core/domain/registration/messages/notice'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import { currentText, formerText, messageText } from './messages'

const NOON = instant(Date.UTC(2026, 10, 22, 4))
const ABOUT = { title: '中国结', startsAt: toIso(NOON), place: '梧桐里', number: '0527', change: null }

describe('messageText', () => {
  it.each(NOTICE_KINDS)('says %s in a sentence that ends', (kind) => {
    const said = messageText(kind, ABOUT, NOON)
    expect(said).toMatch(/[\u4e00-\u9fff]{4,}.*。$/)
    expect(said).not.toMatch(/undefined|null/)
  })

  it('gives the number where there is a place to come to', () => {
    expect(messageText('promoted', ABOUT, NOON)).toBe('有空位了，给您留好了，号码 0527；不能来请点取消。')
  })
})

describe('when and where a message says', () => {
  const now = { startsAt: ABOUT.startsAt, place: ABOUT.place }

  it('is as things are now, and nothing is struck out while the message still holds', () => {
    expect(currentText({ now })).toBe('周日 11月22日 12:00，梧桐里')
    expect(formerText({ about: ABOUT, now })).toBeNull()
  })

  it('strikes out the place that it named before the activity moved indoors', () => {
    const moved = { ...now, place: '武宁片区二楼' }
    expect(currentText({ now: moved })).toBe('周日 11月22日 12:00，武宁片区二楼')
    expect(formerText({ about: ABOUT, now: moved })).toBe('原定：周日 11月22日 12:00，梧桐里')
  })

  it('strikes out the time that was given up', () => {
    const later = { ...now, startsAt: toIso(instant(NOON + 3_600_000)) }
    expect(formerText({ about: ABOUT, now: later })).toBe('原定：周日 11月22日 12:00，梧桐里')
  })
})
