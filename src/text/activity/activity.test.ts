import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import { page, shanghai } from '../../testing/activity-fixture'
import { agesText, changeText, joiningStateText, residentsText, shareTitle } from './activity'

const NOW = parseInstant(shanghai('2026-11-28T06:55'))
const notice = (given: Partial<ChangeNotice>): ChangeNotice => ({
  kind: 'as-planned',
  at: shanghai('2026-11-28T06:50'),
  place: null,
  formerStartsAt: null,
  decisionAt: null,
  ...given,
})

describe('a change', () => {
  it.each([
    [notice({}), '照常举行', '时间、地点都不变。'],
    [
      notice({ kind: 'postponed', formerStartsAt: shanghai('2026-11-28T08:00') }),
      '推迟到今天 9:00',
      '原来是今天 8:00。',
    ],
    [notice({ kind: 'cancelled' }), '这个活动取消了', '报过名的，名额已经自动取消，您不用再做什么。'],
    [
      notice({ kind: 'decided-tomorrow', decisionAt: shanghai('2026-11-29T07:00') }),
      '办不办还没定',
      '明天 7:00 再定，请到时候再看这一页。',
    ],
  ])('says what, from what, and when it was said', (change, title, line) => {
    const said = changeText(change, page(), NOW)
    expect([said.title, said.lines]).toEqual([title, [line, '6:50 更新']])
  })

  it('that brings it forward, ends it early or adds a sentence says so in plain words', () => {
    const said = (given: Partial<ChangeNotice>) => changeText(notice(given), page(), NOW)
    expect(said({ kind: 'brought-forward', formerStartsAt: shanghai('2026-11-29T09:00') })).toEqual({
      title: '提前到今天 9:00',
      lines: ['原来是明天 9:00。', '6:50 更新'],
      loud: true,
    })
    expect(said({ kind: 'ended-early', formerEndsAt: shanghai('2026-11-28T11:00') })).toEqual({
      title: '这个活动提前结束了',
      lines: ['原来到今天 11:00。', '还没到的街坊不用来了。', '6:50 更新'],
      loud: true,
    })
    expect(said({ kind: 'note', note: '请带伞' })).toEqual({
      title: '请带伞',
      lines: ['时间、地点都不变。', '6:50 更新'],
      loud: false,
    })
    expect(said({ kind: 'cancelled', note: '改天再办' }).lines[0]).toBe('改天再办')
  })

  it('of place says the new one, and when that was said', () => {
    const change = notice({ kind: 'indoors', place: '武宁片区二楼' })
    const today = { place: '柳园会客厅', startsAt: shanghai('2026-11-28T09:00') }
    expect(changeText(change, today, NOW)).toEqual({
      title: '今天改到室内：武宁片区二楼',
      lines: ['原来在柳园会客厅。', '6:50 更新'],
      loud: true,
    })
    const tomorrow = { ...today, startsAt: shanghai('2026-11-29T09:00') }
    expect(changeText(change, tomorrow, NOW).title).toBe('改到室内：武宁片区二楼')
  })

  it('is loud, unless it changes nothing', () => {
    expect(changeText(notice({}), page(), NOW).loud).toBe(false)
    expect(changeText(notice({ kind: 'cancelled' }), page(), NOW).loud).toBe(true)
  })
})

describe('whom it is for', () => {
  it.each([
    [60, null, '60 岁以上'],
    [null, 12, '12 岁以下'],
    [7, 12, '7 到 12 岁'],
    [null, null, null],
  ])('by age %s to %s', (minAge, maxAge, text) => expect(agesText({ minAge, maxAge })).toBe(text))

  it('by where they live, without naming dozens of compounds', () => {
    expect(residentsText(0, [])).toBeNull()
    expect(residentsText(0, ['柳园', '青石桥'])).toBe('柳园、青石桥的居民')
    expect(residentsText(3, [])).toContain('指定小区')
  })
})

describe('how it stands', () => {
  it('tells who waits what happens next', () => {
    const full = { kind: 'full', waitingParties: 3, asking: false } as const
    expect(joiningStateText(full, NOW).advice).toBe('前面有 3 家在等。有人取消，就按先后给您留好，并告诉您。')
    expect(joiningStateText({ ...full, waitingParties: 0, asking: true }, NOW).advice).toBe(
      '现在没有人在等。快开始了，空出来的名额先到先得。',
    )
  })

  it('names the moment from which one can register', () => {
    const opensAt = shanghai('2026-11-29T09:00')
    expect(joiningStateText({ kind: 'not-open', opensAt }, NOW).text).toBe('明天 9:00 开始报名')
  })
})

describe('the title of a forwarded card', () => {
  it('says what and when, the same whenever it is read', () => {
    expect(shareTitle(page())).toBe('周六 11月28日 9:00 学编中国结')
    expect(shareTitle(page({ status: 'withdrawn' }))).toBe('取消了：周六 11月28日 9:00 学编中国结')
  })
})
