import { screen } from '@testing-library/react'
import { home, show } from '../../testing/show'
import { announced, shanghai } from '../../testing/activity-fixture'
import { NextActivities, NextActivitySentence } from './next-activities'

const haircut = announced({
  id: 'haircut',
  title: '便民理发',
  free: null,
  startsAt: shanghai('2026-11-24T09:00'),
  endsAt: shanghai('2026-11-24T11:00'),
})
const moved = announced({
  change: 'indoors',
  place: '武宁片区二楼',
  announced: {
    kind: 'indoors',
    at: shanghai('2026-11-24T06:50'),
    place: '武宁片区二楼',
    formerStartsAt: null,
    decisionAt: null,
  },
  servicePhone: '021-55550110',
})
const movedToday = announced({
  ...moved,
  startsAt: shanghai('2026-11-24T14:00'),
  endsAt: shanghai('2026-11-24T16:00'),
  servicePhone: null,
})
const shownHome = home({}, [haircut, moved])

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('the next activities of the first screen', () => {
  it('say of what one is registered for that one is', () => {
    const mine = {
      registrationId: 'mine',
      number: '2903',
      activity: { ...moved, status: 'published', change: null },
      headline: 'confirmed',
      persons: 1,
      own: true,
    } as const
    show(<NextActivities home={shownHome} />, undefined, undefined, [mine])
    expect(screen.getAllByRole('link')[1]?.textContent).toMatch(/学编中国结已报名$/)
  })

  it('say day and time, what changed, and where to go now', () => {
    show(<NextActivities home={shownHome} />)
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      '9:00今天便民理发柳园会客厅正在进行，不用报名，直接来',
      '9:00周六改到室内：武宁片区二楼6:50 更新学编中国结还有 4 个名额',
      '看全部活动',
    ])
  })

  it('leave out what has ended since the screen was kept, and themselves where nothing is left', () => {
    jest.setSystemTime(Date.parse('2026-11-24T11:00:00+08:00'))
    const { unmount } = show(<NextActivities home={shownHome} />)
    expect(screen.queryByText('便民理发')).toBeNull()
    unmount()
    show(<NextActivities home={home()} />)
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('are one sentence in the elder edition, the change before everything else', () => {
    show(<NextActivitySentence home={home({}, [moved])} />)
    expect(screen.getByRole('link').getAttribute('aria-label')).toBe(
      '周六 9:00 学编中国结，改到室内：武宁片区二楼，6:50 更新',
    )
    expect(screen.getByRole('button', { name: '打现场电话 021-55550110' })).not.toBeNull()
  })

  it('say the new place of today, when that was said, and whom to ring about the lift', () => {
    show(<NextActivities home={home({}, [movedToday])} />)
    expect(screen.getByText('今天改到室内：武宁片区二楼')).not.toBeNull()
    expect(screen.getByText('6:50 更新')).not.toBeNull()
    expect(screen.getByText('电梯：未核实，请先打电话')).not.toBeNull()
    expect(screen.getByRole('button', { name: /^打 .* 问一问$/ })).not.toBeNull()
  })
})
