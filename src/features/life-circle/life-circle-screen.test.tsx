import { act, fireEvent, screen } from '@testing-library/react'
import { decodeGraph } from '../../../core/walkshed'
import type { LifeMapProps } from '../../platform/map/drawn/life-map-props'
import { scrollToShow, scrollToTop } from '../../platform/scroll/scroll'
import { spot, townGraph, townPlaces } from '../../testing/circle-fixture'
import { compound } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import { LifeCircleScreen } from './life-circle-screen'

let map: LifeMapProps | null = null
jest.mock('../../platform/map/drawn/life-map', () => ({
  LifeMap: (props: LifeMapProps) => {
    map = props
    return <div data-testid="map" />
  },
}))

// jsdom cannot scroll.
jest.mock('../../platform/scroll/scroll', () => ({ scrollToShow: jest.fn(), scrollToTop: jest.fn() }))

const decoded = decodeGraph(townGraph())
if (!decoded.ok) throw new Error(decoded.refusal)
const circle = { graph: decoded.value, places: townPlaces() }

function chooseCompound(given: object = {}): void {
  localStorage.clear()
  map = null
  const choice = { compound: compound({ position: spot(0, 0), ...given }), usesPosition: false }
  localStorage.setItem('origin-1', JSON.stringify(choice))
}
const sentence = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? ''
const tap = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))
const rows = (): string[] =>
  screen.getAllByRole('button', { name: /^柳[街坡]/ }).map((row) => (row.textContent ?? '').slice(1, 5))

describe('the life circle', () => {
  it('says in one sentence what lies around my compound and what is missing', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(sentence()).toBe('步行 15 分钟内有 2\u00a0处，缺：卫生站。')
    expect(screen.getByText('从柳园小区算。')).toBeTruthy()
    expect(screen.getByText('缺', { exact: true })).toBeTruthy()
  })

  it('has the same places in the list as on the map, by minutes', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(rows()).toEqual(['柳街菜场', '柳坡公园', '柳街书屋', '柳街小学'])
    expect(map?.pins.map(({ id }) => id)).toEqual(['柳街菜场', '柳坡公园', '柳街书屋'])
    expect(map?.bands.map(({ minutes }) => minutes)).toEqual([15, 10, 5])
  })

  it('changes the minutes with who walks, and remembers who', () => {
    chooseCompound()
    const { unmount } = show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(screen.getByRole('button', { name: /柳街菜场/ }).textContent).toContain('4 分钟')
    tap('长者')
    expect(screen.getByRole('button', { name: /柳街菜场/ }).textContent).toContain('5 分钟')
    tap('轮椅')
    expect(screen.getByRole('button', { name: /柳街书屋/ }).textContent).toContain('这段路未核实有无台阶')
    // Nobody has looked at the way, but what is near is still near.
    expect(rows()).toEqual(['柳街菜场', '柳坡公园', '柳街书屋', '柳街小学'])
    unmount()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(screen.getByRole('button', { name: /柳街菜场/ }).textContent).toContain('6 分钟')
  })

  it('filters list and map alike, by 宜 and by kind', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    tap('宜游 1')
    expect(rows()).toEqual(['柳坡公园'])
    expect(map?.pins.map(({ id }) => id)).toEqual(['柳坡公园'])
    tap('宜居 3')
    fireEvent.click(screen.getByRole('button', { name: '柳 书屋 1' }))
    expect(map?.pins.map(({ id }) => id)).toEqual(['柳街书屋'])
    tap('全部 4')
    expect(map?.pins).toHaveLength(3)
  })

  it('computes from where the pin was put, and back from my compound', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    act(() => map?.onMoveOrigin(spot(1300, 0)))
    expect(rows()[0]).toBe('柳街书屋')
    expect(screen.getByText('从地图上选的起点算。')).toBeTruthy()
    tap('回到我的起点')
    expect(rows()[0]).toBe('柳街菜场')
  })

  it('leads to another start beside the map too, for who cannot drag', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(screen.getByRole('link', { name: '换小区' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '用我的位置' })).toBeTruthy()
    act(() => map?.onMoveOrigin(spot(1300, 0)))
    expect(screen.queryByRole('link', { name: '换小区' })).toBeNull()
    expect(screen.getByRole('button', { name: '回到我的起点' })).toBeTruthy()
  })

  it('shows one place in full, with the way to it on the map', () => {
    chooseCompound()
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    tap(/柳坡公园/)
    expect(sentence()).toBe('柳坡公园')
    expect(scrollToTop).toHaveBeenCalledTimes(1)
    expect(screen.getByText('时间待核实')).toBeTruthy()
    expect(screen.getByText(/2\. 左转，台阶，走 190 米/)).toBeTruthy()
    expect(map?.path.length).toBeGreaterThan(2)
    expect(map?.pins.find(({ chosen }) => chosen)?.id).toBe('柳坡公园')
    tap('回到列表')
    expect(sentence()).toContain('步行 15 分钟')
    expect(scrollToShow).toHaveBeenCalledWith('place-柳坡公园')
  })

  it('starts with the list in the elder edition; the map is one tap away', () => {
    chooseCompound()
    localStorage.setItem('display-1', JSON.stringify({ edition: 'elder', elderScale: 1.4 }))
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(screen.queryByTestId('map')).toBeNull()
    expect(screen.getByRole('button', { name: /柳街菜场/ }).textContent).toContain('5 分钟')
    tap(/柳街菜场/)
    tap('看地图')
    expect(screen.getByTestId('map')).toBeTruthy()
    tap('回到列表')
    tap('收起地图')
    expect(screen.queryByTestId('map')).toBeNull()
  })

  it('works without any start: the list without minutes, and how to get them', () => {
    chooseCompound({ position: null })
    show(<LifeCircleScreen home={home()} circle={circle} />, home())
    expect(screen.getByText(/这个小区的位置还没有核实/)).toBeTruthy()
    expect(rows()).toHaveLength(4)
    act(() => map?.onMoveOrigin(spot(0, 0)))
    expect(sentence()).toBe('步行 15 分钟内有 2\u00a0处，缺：卫生站。')
  })
})
