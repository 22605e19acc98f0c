import { screen } from '@testing-library/react'
import { mine, shanghai } from '../../testing/activity-fixture'
import { home, show } from '../../testing/show'
import { ElderHome } from '../home/elder-home'
import { StandardHome } from '../home/standard-home'
import { NextRegistration } from './next-registration'
import type { ComingRegistration } from './own-registrations'

const coming = (of: ComingRegistration['mine'], position: number | null = null): ComingRegistration => ({
  mine: of,
  position,
})
const labels = () => screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('what I have', () => {
  it('says when, what and the number, and leads to the ticket as a whole', () => {
    show(<NextRegistration coming={[coming(mine('2026-11-25'))]} />)
    expect(labels()).toEqual(['明天 14:00 中国结，号码 2903，柳园会客厅'])
    expect(screen.getByText('2903').className).toContain('number')
    expect(screen.getByRole('link').getAttribute('href')).toContain('of-2026-11-25')
  })

  it('counts the others behind the next one', () => {
    const three = ['2026-11-25', '2026-11-26', '2026-11-28'].map((day) => coming(mine(day)))
    show(<NextRegistration coming={three} />)
    expect(labels()).toEqual(['明天 14:00 中国结，号码 2903，柳园会客厅', '还有 2 场'])
  })

  it('never shows a number to say at the door where one still waits', () => {
    show(<NextRegistration coming={[coming(mine('2026-11-25', 'waiting'), 1)]} />)
    expect(labels()).toEqual(['明天 14:00 中国结，还在候补，第 1 位，柳园会客厅'])
    expect(screen.queryByText('2903')).toBeNull()
  })

  it('says where it is now, and sends nobody to what was called off', () => {
    const change = {
      kind: 'indoors',
      at: shanghai('2026-11-24T06:50'),
      place: '武宁二楼',
      formerStartsAt: null,
      decisionAt: null,
    } as const
    const { unmount } = show(
      <NextRegistration coming={[coming(mine('2026-11-24', 'confirmed', { change }))]} />,
    )
    expect(labels()).toEqual(['今天 14:00 中国结，号码 2903，武宁二楼'])
    unmount()
    show(<NextRegistration coming={[coming(mine('2026-11-24', 'confirmed', { status: 'withdrawn' }))]} />)
    expect(labels()).toEqual(['今天 14:00 中国结，活动取消了，不用来'])
  })
})

describe.each([
  ['the standard edition', StandardHome],
  ['the elder edition', ElderHome],
])('home in %s', (_, Home) => {
  it('begins with the soonest of what is to come', () => {
    const registrations = [mine('2026-11-28'), mine('2026-11-25'), mine('2026-11-23')]
    show(<Home home={home()} />, home(), undefined, registrations)
    expect(labels().slice(0, 2)).toEqual(['明天 14:00 中国结，号码 2903，柳园会客厅', '还有 1 场'])
  })

  it('says nothing of registrations to who has none', () => {
    show(<Home home={home()} />, home())
    expect(screen.queryByText('号码')).toBeNull()
  })
})
