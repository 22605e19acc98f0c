import { NOTICE_KINDS } from '../../../core/domain/registration/messages/notice'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import { messageText } from './messages'

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
