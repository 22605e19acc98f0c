import { screen } from '@testing-library/react'
import { home, show } from '../../testing/show'
import { shanghai, summary } from '../../testing/activity-fixture'
import { NextActivities, NextActivitySentence } from './next-activities'

const haircut = summary({
  id: 'haircut',
  title: '便民理发',
  free: null,
  startsAt: shanghai('2026-11-24T09:00'),
  endsAt: shanghai('2026-11-24T11:00'),
})
const moved = summary({ change: 'indoors', place: '武宁二楼' })
const seen = home({}, [haircut, moved])

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('the next activities of the first screen', () => {
  it('say day and time, what changed, and where to go now', () => {
    show(<NextActivities home={seen} />)
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      '9:00今天便民理发柳园会客厅正在进行，不用报名，直接来',
      '9:00周六改到室内学编中国结武宁二楼还有 4 个名额',
      '看全部活动',
    ])
  })

  it('leave out what has ended since the screen was kept, and themselves where nothing is left', () => {
    jest.setSystemTime(Date.parse('2026-11-24T11:00:00+08:00'))
    const { unmount } = show(<NextActivities home={seen} />)
    expect(screen.queryByText('便民理发')).toBeNull()
    unmount()
    show(<NextActivities home={home()} />)
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('are one sentence in the elder edition, the change before everything else', () => {
    show(<NextActivitySentence home={home({}, [moved])} />)
    expect(screen.getByRole('link').getAttribute('aria-label')).toBe('周六 9:00 学编中国结，改到室内')
  })
})
