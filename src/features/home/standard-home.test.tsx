import { act, fireEvent, screen } from '@testing-library/react'
import { instant } from '../../../core/kernel/shanghai-time'
import { wgs84 } from '../../../core/kernel/units'
import { compound, office, zone } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import { storeWalkingTimes } from '../walking-times/walking-times'
import { StandardHome } from './standard-home'

const jinmei = office('金梅园', {
  position: wgs84(121.401, 31.24),
  positionVerified: true,
  phone: '021-1',
  serviceIds: ['lift'],
})
const unknown = office('南杨园', { zones: [zone({ weekly: null })] })
const shownHome = home({
  offices: [unknown, jinmei],
  services: [
    { id: 'lift', name: '加梯咨询', alsoCalled: [], description: null },
    { id: 'nobody', name: '没有人办', alsoCalled: [], description: null },
  ],
})
const title = () => screen.getByRole('heading', { level: 1 }).textContent

/** A browser whose owner answers the question for the position. */
function positionAnswers(answer: (yes: PositionCallback, no: PositionErrorCallback) => void) {
  const geolocation = {
    getCurrentPosition: (yes: PositionCallback, no: PositionErrorCallback) => answer(yes, no),
  }
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation })
}

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('the home of a reader who has said nothing yet', () => {
  it('answers for the whole 街道, and asks where home is', () => {
    show(<StandardHome home={shownHome} />)
    expect(title()).toBe('柳园街道有 2\u00a0处会客厅和服务点')
    expect(screen.getByText('现在 1 处开着，1 处几点开门还没问到。')).not.toBeNull()
    expect(screen.getByRole('link', { name: '选小区' })).not.toBeNull()
  })

  it('offers only needs that some office handles', () => {
    show(<StandardHome home={shownHome} />)
    expect(screen.getByRole('link', { name: '加梯咨询' })).not.toBeNull()
    expect(screen.queryByText('没有人办')).toBeNull()
  })

  it('takes a no to the position for an answer, and leads to the compounds', async () => {
    positionAnswers((_, no) => no({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError))
    show(<StandardHome home={shownHome} />)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '用我的位置' })))
    expect(screen.getByText('没有用您的位置，请选小区')).not.toBeNull()
    expect(screen.getByRole('link', { name: '选小区' })).not.toBeNull()
  })

  it('answers with the nearest office once the position is known, and keeps no position', async () => {
    positionAnswers((yes) => yes({ coords: { longitude: 121.4, latitude: 31.24 } } as GeolocationPosition))
    show(<StandardHome home={shownHome} />)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '用我的位置' })))
    expect(title()).toBe('最近的会客厅：金梅园，营业中（至 20:00）')
    expect(Object.values({ ...localStorage }).join()).not.toContain('121.4')
  })
})

describe('the home of a reader whose compound is known', () => {
  const chooseCompound = (given: Parameters<typeof compound>[0] = {}) =>
    localStorage.setItem('origin-1', JSON.stringify({ compound: compound(given), usesPosition: false }))

  /** A phone that slept until then, and whose minute has come round. */
  const wakesUpAt = (time: string) => {
    jest.setSystemTime(Date.parse(`2026-11-20T${time}:00+08:00`) - 60_000)
    act(() => jest.advanceTimersByTime(60_000))
  }

  it('answers in one sentence', () => {
    chooseCompound()
    show(<StandardHome home={shownHome} />)
    expect(title()).toBe('离您的小区最近：金梅园，营业中（至 20:00）')
    expect(screen.getByText('直线约 100 米')).not.toBeNull()
  })

  it('calls nearest what is nearest on foot, once that is known', () => {
    chooseCompound()
    const across = office('花溪园', { position: wgs84(121.4035, 31.24), positionVerified: true })
    const both = home({ offices: [jinmei, across] })
    const { unmount } = show(<StandardHome home={both} />)
    expect(title()).toMatch(/^离您的小区最近：金梅园/)
    unmount()
    const offices = { 金梅园: 14, 花溪园: 5 }
    const walkingTimes = { sentence: '', walker: 'adult', offices, at: instant(Date.now()) } as const
    storeWalkingTimes({ kind: 'compound', compound: compound() }, walkingTimes)
    show(<StandardHome home={both} />)
    expect(title()).toMatch(/^离您的小区最近：花溪园/)
    expect(screen.getByText('步行 5 分钟')).not.toBeNull()
  })

  it('says of a compound of which nothing is known what helps instead', () => {
    chooseCompound({ name: '望江公寓', neighbourhoodId: null, neighbourhoodVerified: false, position: null })
    show(<StandardHome home={shownHome} />)
    expect(
      screen.getByText('望江公寓在哪儿、归哪家会客厅，还没问到。用一下位置，就知道哪家最近。'),
    ).not.toBeNull()
  })

  it('says it at every minute as it is then', () => {
    chooseCompound()
    show(<StandardHome home={shownHome} />)
    wakesUpAt('19:31')
    expect(title()).toBe('离您的小区最近：金梅园，即将关门（20:00 关）')
    wakesUpAt('20:00')
    expect(title()).toBe('离您的小区最近：金梅园，现在休息，明天 9:00 开门')
  })

  it('leads nobody to a place that is only estimated, and says so', () => {
    chooseCompound()
    show(<StandardHome home={home({ offices: [{ ...jinmei, positionVerified: false }] })} />)
    expect(screen.getByText('直线约 100 米，位置待核实')).not.toBeNull()
    expect(screen.queryByText('带我去')).toBeNull()
    expect(screen.getByRole('link', { name: '看这一家' })).not.toBeNull()
  })

  it('claims no more than is verified about whose office it is', () => {
    chooseCompound({ position: null, neighbourhoodVerified: false })
    const own = { ...jinmei, neighbourhoodId: 'willow' }
    show(<StandardHome home={home({ offices: [own] })} />)
    expect(title()).toMatch(/^您小区的会客厅可能是：金梅园/)
  })
})
