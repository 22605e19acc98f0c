import type { ChangeNotice } from '../../core/contract/activity/activity-page'
import type { AnnouncedActivity } from '../../core/contract/activity/activity-page'
import { parseInstant, type IsoInstant } from '../../core/kernel/shanghai-time'
import { cutOffText, wallClock, wallDate, wallLine } from './wall'

const NOW = parseInstant('2026-11-24T10:00:00+08:00')
const iso = (text: string) => text as IsoInstant

const activity = (given: Partial<AnnouncedActivity> = {}): AnnouncedActivity => ({
  id: 'a',
  kind: 'registered',
  topic: 'class',
  title: '中国结手作',
  startsAt: iso('2026-11-24T06:00:00.000Z'),
  endsAt: iso('2026-11-24T08:00:00.000Z'),
  place: '武宁片区二楼',
  forWhom: null,
  free: 4,
  change: null,
  announced: null,
  servicePhone: null,
  sample: false,
  ...given,
})
const changed = (kind: ChangeNotice['kind'], more: Partial<ChangeNotice> = {}) => ({
  change: kind,
  announced: {
    kind,
    at: iso('2026-11-23T22:50:00.000Z'),
    place: null,
    formerStartsAt: null,
    decisionAt: null,
    ...more,
  },
})
const line = (given: Partial<AnnouncedActivity> = {}) =>
  wallLine(activity(given), '梧桐里百姓会客厅', { phone: null, hotline: '12319' }, NOW)

describe('a line on the wall', () => {
  it('says when, what, where, and how one gets in', () => {
    expect(line()).toEqual({
      day: null,
      clock: '14:00',
      title: '中国结手作',
      where: '武宁片区二楼 · 还有 4 个名额',
      change: null,
      lift: null,
      off: false,
    })
    expect(line({ place: '梧桐里百姓会客厅', free: null }).where).toBe('就在这里 · 不用报名，直接来')
    const underWay = { startsAt: iso('2026-11-24T01:00:00.000Z'), free: null }
    expect(line(underWay).where).toBe('武宁片区二楼 · 正在进行，直接来')
  })

  it('marks what is made up', () => {
    expect(line({ sample: true }).title).toBe('中国结手作（示例）')
  })

  it('says where to, and when that was said', () => {
    expect(line(changed('indoors', { place: '武宁片区二楼' }))).toMatchObject({
      change: { text: '今天改到室内：武宁片区二楼（6:50 更新）', loud: true },
      where: '还有 4 个名额',
      lift: '电梯：未核实，请先打电话 12319',
    })
    const withPhone = { ...changed('indoors', { place: '武宁片区二楼' }), servicePhone: '021-55550110' }
    expect(line(withPhone).lift).toBe('电梯：未核实，请先打电话 021-55550110')
    expect(line(changed('as-planned')).change).toEqual({ text: '照常举行（6:50 更新）', loud: false })
  })

  it('is struck out where it was cancelled', () => {
    expect(line(changed('cancelled'))).toMatchObject({
      off: true,
      change: { text: '活动取消了（6:50 更新）', loud: true },
      where: '武宁片区二楼',
    })
  })

  it('stands at its old hour where it was moved to another day, with the new one', () => {
    const moved = {
      ...changed('postponed', { formerStartsAt: iso('2026-11-24T01:00:00.000Z') }),
      startsAt: iso('2026-11-28T01:00:00.000Z'),
      endsAt: iso('2026-11-28T03:00:00.000Z'),
    }
    expect(line(moved)).toMatchObject({
      day: null,
      clock: '9:00',
      off: true,
      change: { text: '推迟到周六 9:00', loud: true },
      where: '武宁片区二楼',
    })
  })

  it('is struck out where it ended early, and says 提前到 where its day was brought forward', () => {
    expect(line(changed('ended-early'))).toMatchObject({
      off: true,
      change: { text: '提前结束了（6:50 更新）', loud: true },
      where: '武宁片区二楼',
    })
    const moved = {
      ...changed('brought-forward', { formerStartsAt: iso('2026-11-24T01:00:00.000Z') }),
      startsAt: iso('2026-11-21T01:00:00.000Z'),
      endsAt: iso('2026-11-21T03:00:00.000Z'),
    }
    expect(line(moved)).toMatchObject({ clock: '9:00', off: true, change: { loud: true } })
    expect(line(moved).change?.text).toMatch(/^提前到.*9:00$/)
  })

  it('that is tomorrow’s says so, and when it is decided', () => {
    const tomorrow = {
      ...changed('decided-tomorrow', { decisionAt: iso('2026-11-24T23:00:00.000Z') }),
      startsAt: iso('2026-11-25T01:00:00.000Z'),
      endsAt: iso('2026-11-25T03:00:00.000Z'),
    }
    expect(line(tomorrow)).toMatchObject({
      day: '明天',
      clock: '9:00',
      change: { text: '办不办，明天 7:00 再定（6:50 更新）' },
    })
  })
})

it('the clock, the date, and since when nothing new came', () => {
  expect([wallDate(NOW), wallClock(NOW)]).toEqual(['周二 11月24日', '10:00'])
  expect(cutOffText(parseInstant('2026-11-24T09:12:00+08:00'), NOW)).toBe(
    '网络断了，签到码照常可用。内容是今天 9:12 的',
  )
  expect(cutOffText(null, NOW)).toBe('网络断了，签到码照常可用')
})
