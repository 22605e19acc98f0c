import { fireEvent, screen } from '@testing-library/react'
import { announced, mine } from '../../testing/activity-fixture'
import { office } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import { ElderHome } from './elder-home'

const heard: string[] = []
jest.mock('../../platform/speech/speech', () => ({
  speech: {
    available: true,
    mostBytes: 1000,
    speak(text: string, { onEnd }: { onEnd: () => void }) {
      heard.push(text)
      onEnd()
      return () => undefined
    },
    prepare: () => undefined,
  },
}))

const row = (name: RegExp) => screen.getByRole('link', { name })

beforeEach(() => {
  localStorage.clear()
  heard.length = 0
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('home of the elder edition', () => {
  it('has the life circle and my number one tap away, whether anything is to come or not', () => {
    const { unmount } = show(<ElderHome home={home()} />)
    expect(row(/^生活圈/).getAttribute('href')).toContain('/pages/life-circle/index')
    expect(row(/^我的号码/).getAttribute('href')).toContain('/activity/pages/mine/index')
    unmount()
    show(<ElderHome home={home()} />, home(), undefined, [mine('2026-11-25')])
    expect(row(/^我的号码，2903 · 明天 14:00 中国结$/).getAttribute('href')).toContain('of-2026-11-25')
  })

  it('shows no number to say at the door to who still waits', () => {
    show(<ElderHome home={home()} />, home(), undefined, [mine('2026-11-25', 'waiting')])
    expect(row(/^我的号码，还在候补/).getAttribute('aria-label')).not.toContain('2903')
  })

  it('reads itself out: what I have first, its number figure by figure', () => {
    show(<ElderHome home={home({ offices: [office('金梅园')] })} />, home(), undefined, [mine('2026-11-25')])
    fireEvent.click(screen.getByRole('button', { name: '读给我听' }))
    expect(heard).toEqual([
      '明天 14:00 中国结，柳园会客厅，号码 2 9 0 3。',
      '柳园街道有 1\u00a0处会客厅和服务点。',
    ])
  })

  it('reads out the next activity to who has nothing of their own to come', () => {
    show(<ElderHome home={home({}, [announced()])} />)
    fireEvent.click(screen.getByRole('button', { name: '读给我听' }))
    expect(heard.at(-1)).toBe('周六 9:00 学编中国结，还有 4 个名额。')
  })
})
