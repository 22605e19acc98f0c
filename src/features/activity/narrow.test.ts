import { parseInstant } from '../../../core/kernel/shanghai-time'
import { shanghai, summary } from '../../testing/activity-fixture'
import { byDay, narrow, NO_FILTER } from './narrow'

/** A Tuesday. */
const NOW = parseInstant(shanghai('2026-11-24T10:00'))

const haircut = summary({
  id: 'haircut',
  topic: 'volunteer',
  place: '青石桥',
  free: null,
  startsAt: shanghai('2026-11-23T09:00'),
  endsAt: shanghai('2026-11-24T11:00'),
})
const full = summary({
  id: 'full',
  free: 0,
  startsAt: shanghai('2026-11-26T09:00'),
  endsAt: shanghai('2026-11-26T11:00'),
})
const knots = summary()
const cancelled = summary({ id: 'cancelled', change: 'cancelled' })
const nextWeek = summary({
  id: 'next-week',
  startsAt: shanghai('2026-11-30T09:00'),
  endsAt: shanghai('2026-11-30T10:00'),
})
const ALL = [haircut, full, knots, cancelled, nextWeek]
const ids = (filter: Partial<typeof NO_FILTER>, now = NOW) =>
  narrow(ALL, { ...NO_FILTER, ...filter }, now).map(({ id }) => id)

describe('narrow', () => {
  it('leaves the list as it came where nothing is wished for', () => {
    expect(ids({})).toEqual(['haircut', 'full', 'knots', 'cancelled', 'next-week'])
  })

  it.each([
    ['today', ['haircut']],
    ['week', ['haircut', 'full', 'knots', 'cancelled']],
    ['weekend', ['knots', 'cancelled']],
  ] as const)('knows what %s is', (span, found) => {
    expect(ids({ span })).toEqual(found)
  })

  it('keeps what has room, and what needs none; a cancelled one has none', () => {
    expect(ids({ hasPlaces: true })).toEqual(['haircut', 'knots', 'next-week'])
  })

  it('keeps one topic, one place', () => {
    expect(ids({ topic: 'volunteer' })).toEqual(['haircut'])
    expect(ids({ place: '青石桥' })).toEqual(['haircut'])
  })

  it('leaves out what has ended since the list came', () => {
    expect(ids({}, parseInstant(shanghai('2026-11-24T11:00')))).not.toContain('haircut')
  })
})

describe('byDay', () => {
  it('puts what still runs under today, and each day once', () => {
    expect(byDay(ALL, NOW).map(({ day, activities }) => [day, activities.length])).toEqual([
      ['2026-11-24', 1],
      ['2026-11-26', 1],
      ['2026-11-28', 2],
      ['2026-11-30', 1],
    ])
  })
})
