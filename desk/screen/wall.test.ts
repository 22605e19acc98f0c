import type { AnnouncedActivity } from '../../core/contract/activity/activity-page'
import { instant, parseInstant } from '../../core/kernel/shanghai-time'
import { isMirrored, swayAt } from './burn-in'
import { countFitting, linesOf, pageAt, pageStarts } from './activity-lines'
import { unbrokenParts } from './unbroken'

const NINE = parseInstant('2026-11-28T01:00:00Z')
const later = (minutes: number) => instant(NINE + minutes * 60_000)

describe('pages of activities', () => {
  it('take as many lines as fit', () => {
    expect(pageStarts([100, 100, 150, 50, 100], 250)).toEqual([0, 2, 4])
    expect(pageStarts([100, 100], 250)).toEqual([0])
    expect(pageStarts([], 250)).toEqual([])
  })

  it('show a line that is too high alone', () => {
    expect(pageStarts([100, 300, 100], 250)).toEqual([0, 1, 2])
  })

  it('take turns with each code', () => {
    const turns = [0, 15, 30, 45].map((seconds) => pageAt(3, instant(NINE + seconds * 1000)))
    expect(new Set(turns.slice(0, 3)).size).toBe(3)
    expect(turns[3]).toBe(turns[0])
    expect(pageAt(1, NINE)).toBe(0)
    expect(pageAt(0, NINE)).toBe(0)
  })
})

describe('lines', () => {
  const activity = (id: string, from: string, to: string) =>
    ({ id, startsAt: from, endsAt: to }) as unknown as AnnouncedActivity
  const idsAt = (moment: string, page: Parameters<typeof linesOf>[0]) => {
    const { today, next } = linesOf(page, parseInstant(moment))
    return [today, next].map((list) => list.map(({ id }) => id).join(' '))
  }
  const page = {
    activities: [activity('morning', '2026-11-28T01:00:00Z', '2026-11-28T03:00:00Z')],
    next: [
      activity('sunday', '2026-11-29T01:00:00Z', '2026-11-29T03:00:00Z'),
      activity('monday', '2026-11-30T01:00:00Z', '2026-11-30T03:00:00Z'),
    ],
  }

  it('leave when they end, and turn from one day to the next by the screen’s own clock', () => {
    expect(idsAt('2026-11-28T02:59:59Z', page)).toEqual(['morning', 'sunday monday'])
    expect(idsAt('2026-11-28T15:59:59Z', page)).toEqual(['', 'sunday monday'])
    expect(idsAt('2026-11-28T16:00:00Z', page)).toEqual(['sunday', 'monday'])
    expect(idsAt('2026-11-30T03:00:00Z', page)).toEqual(['', ''])
  })

  it('are today’s alone in what an older version kept', () => {
    expect(idsAt('2026-11-28T01:00:00Z', { activities: page.activities })).toEqual(['morning', ''])
  })

  it('fit as far as there is room', () => {
    expect(countFitting([100, 50, 100], 260)).toBe(3)
    expect(countFitting([100, 50, 100], 240)).toBe(2)
    expect(countFitting([300, 50], 240)).toBe(0)
    expect(countFitting([], 240)).toBe(0)
  })
})

describe('against burning in', () => {
  it('the picture sways a little each minute, within its frame, and stands in many places', () => {
    const places = Array.from({ length: 24 * 60 }, (_, minute) => swayAt(later(minute)))
    for (const [index, { across, down }] of places.entries()) {
      expect(Math.max(Math.abs(across), Math.abs(down))).toBeLessThanOrEqual(1)
      const before = places[index - 1] ?? { across, down }
      expect(Math.abs(across - before.across)).toBeLessThan(0.25)
      expect(Math.abs(down - before.down)).toBeLessThan(0.25)
    }
    expect(new Set(places.map(({ across, down }) => `${across.toFixed(3)} ${down.toFixed(3)}`)).size).toBe(
      24 * 60,
    )
  })

  it('code and words change sides every hour', () => {
    expect(isMirrored(NINE)).not.toBe(isMirrored(later(60)))
    expect(isMirrored(NINE)).toBe(isMirrored(later(59)))
  })
})

describe('text on the wall', () => {
  const whole = (text: string) => unbrokenParts(text).filter((_, index) => index % 2 === 1)

  it('keeps a number with what it counts, a date and a telephone number in one piece', () => {
    expect(whole('24小时自助服务区 24 小时开放')).toEqual(['24小时', '24 小时', '开放'])
    expect(whole('改到室内：二楼（6:50 更新）')).toEqual(['6:50 更新）'])
    expect(whole('周六 11月28日，请先打 0571-55550100。')).toEqual(['11月28日', '0571-55550100'])
  })

  it('leaves no character alone at the end', () => {
    expect(whole('会客厅有热水，可以来打。')).toEqual(['来打。'])
    expect(whole('还有 12 个名额')).toEqual(['12 个名额'])
    expect(whole('')).toEqual([])
  })
})
