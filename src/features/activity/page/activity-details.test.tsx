import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { fireEvent, screen } from '@testing-library/react'
import { wgs84 } from '../../../../core/kernel/units'
import { page, TERMS } from '../../../testing/activity-fixture'
import { office } from '../../../testing/directory-fixture'
import { home, show } from '../../../testing/show'
import { ActivityDetails } from './activity-details'
import { nextStep } from './next-step'
import type { ShownActivity } from './use-activity'

const NOW = parseInstant('2026-11-24T10:00:00+08:00')
const shown = (given: Partial<ShownActivity> = {}): ShownActivity => ({
  activity: page(),
  office: null,
  home: home(),
  own: null,
  ...given,
})
const own: NonNullable<ShownActivity['own']> = {
  registrationId: 'r1',
  number: '0527',
  activity: { ...page(), servicePhone: null },
  headline: 'waiting',
  persons: 1,
  own: true,
}

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: NOW })
})
afterEach(() => jest.useRealTimers())

describe('the page of an activity', () => {
  it('never lets what nobody has verified read as 有: it is named once, with whom to ask', () => {
    const access = { ...page().access, lift: 'yes', ramp: 'no' } as const
    const { container } = show(<ActivityDetails shown={shown({ activity: page({ access }) })} />)
    expect(container.textContent).toContain(
      '坡道没有电梯有门口有没有台阶、无障碍厕所、助听设备待核实，请先打',
    )
    expect(container.textContent?.match(/待核实/g)).toHaveLength(1)
  })

  it('offers the way only to a verified position, and not after it was moved elsewhere', () => {
    const verified = office('柳园', { position: wgs84(121.4, 31.24), positionVerified: true })
    const change = {
      kind: 'indoors',
      at: page().startsAt,
      place: '武宁二楼',
      formerStartsAt: null,
      decisionAt: null,
    } as const
    const offers = (given: Partial<ShownActivity>) => {
      const { unmount } = show(<ActivityDetails shown={shown(given)} />)
      const found = screen.queryByText('带我去') !== null
      unmount()
      return found
    }
    expect(offers({ office: verified })).toBe(true)
    expect(offers({ office: { ...verified, positionVerified: false } })).toBe(false)
    expect(offers({ office: verified, activity: page({ change }) })).toBe(false)
  })

  it('says whom it is for once', () => {
    const activity = page({ forWhom: '60 岁以上', terms: { ...TERMS, minAge: 60 } })
    show(<ActivityDetails shown={shown({ activity })} />)
    expect(screen.getByText('60 岁以上')).not.toBeNull()
  })

  it('shows one’s own place, and leads to it instead of registering again', () => {
    const mine = shown({ own })
    show(<ActivityDetails shown={mine} />)
    expect(screen.getByText('您在候补，号码 0527')).not.toBeNull()
    show(<>{nextStep(mine, NOW)}</>)
    expect(screen.getByRole('link', { name: '看我的报名' }).getAttribute('href')).toContain('id=r1')
  })

  it('shows one thing at a time in the elder edition', () => {
    localStorage.setItem('display-1', JSON.stringify({ edition: 'elder', elderScale: 1.4 }))
    show(<ActivityDetails shown={shown({ activity: page({ bring: '老花镜' }) })} />)
    expect(screen.queryByText('老花镜')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '谁能来，带什么' }))
    expect(screen.getByText('老花镜')).not.toBeNull()
    expect(screen.queryByText('周六 11月28日')).toBeNull()
  })
})
