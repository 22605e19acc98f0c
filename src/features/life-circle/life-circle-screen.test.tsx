import { act, fireEvent, screen } from '@testing-library/react'
import { decodeGraph } from '../../../core/walkshed'
import type { LifeMapProps } from '../../platform/map/drawn/life-map-props'
import { spot, townGraph, townPlaces } from '../../testing/circle-fixture'
import { compound } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import * as engine from '../walking-engine/engine'
import { LifeCircleScreen, PlaceScreen } from './life-circle-screen'

let map: LifeMapProps | null = null
jest.mock('../../platform/map/drawn/life-map', () => ({
  isOwnDrawing: true,
  LifeMap: (props: LifeMapProps) => {
    map = props
    return <div data-testid="map" />
  },
}))

// jsdom cannot scroll.
jest.mock('../../platform/scroll/scroll', () => ({ scrollToTop: jest.fn() }))

const mockReplace = jest.fn()
const mockBack = jest.fn()
jest.mock('../../platform/navigate/navigate', () => ({
  ...jest.requireActual<object>('../../platform/navigate/navigate'),
  replaceRoute: (route: string): void => void mockReplace(route),
  backOr: (route: string): void => void mockBack(route),
}))

const decoded = decodeGraph(townGraph())
if (!decoded.ok) throw new Error(decoded.refusal)
const opened = { engine, circle: { graph: decoded.value, places: townPlaces() } }

function chooseCompound(given: object = {}): void {
  localStorage.clear()
  map = null
  const choice = { compound: compound({ position: spot(0, 0), ...given }), usesPosition: false }
  localStorage.setItem('origin-1', JSON.stringify(choice))
}
const sentence = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? ''
const tap = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))
const row = (name: RegExp) => screen.getByRole('link', { name })
const rows = (): string[] =>
  screen.getAllByRole('link', { name: /柳[街坡]/ }).map((one) => (one.textContent ?? '').slice(1, 5))
const showCircle = (openRoute?: (route: string) => void) =>
  show(<LifeCircleScreen home={home()} opened={opened} />, home(), openRoute)
const showPlace = (placeId: string) =>
  show(<PlaceScreen home={home()} opened={opened} placeId={placeId} />, home())

describe('the life circle', () => {
  it('says in one sentence what lies around my compound and what is missing', () => {
    chooseCompound()
    showCircle()
    expect(sentence()).toBe('步行 15 分钟：1\u00a0个公园、1\u00a0个菜场；缺卫生站。')
    expect(screen.getByText('从柳园小区算。')).toBeTruthy()
    expect(screen.getByText('缺', { exact: true })).toBeTruthy()
  })

  it('has the same places in the list as on the map, by minutes, and ends at 15 of them', () => {
    chooseCompound()
    showCircle()
    expect(rows()).toEqual(['柳街菜场', '柳坡公园'])
    expect(map?.pins.map(({ id }) => id)).toEqual(['柳街菜场', '柳坡公园'])
    tap('再远一点')
    expect(rows()).toEqual(['柳街菜场', '柳坡公园', '柳街书屋', '柳街小学'])
    expect(map?.pins.map(({ id }) => id)).toEqual(['柳街菜场', '柳坡公园', '柳街书屋'])
    expect(screen.queryByRole('button', { name: '再远一点' })).toBeNull()
    expect(map?.bands.map(({ minutes }) => minutes)).toEqual([15, 10, 5])
  })

  it('changes the minutes with who walks, and remembers who', () => {
    chooseCompound()
    const { unmount } = showCircle()
    expect(row(/柳街菜场/).textContent).toContain('4 分钟')
    tap('长者')
    expect(row(/柳街菜场/).textContent).toContain('5 分钟')
    tap('轮椅')
    tap('再远一点')
    expect(row(/柳街书屋/).textContent).not.toMatch(/分钟|台阶/)
    expect(screen.getAllByText(/没写几分钟的，路上有没有台阶还没查过/)).toHaveLength(1)
    // Nobody has looked at the way, but what is near is still near.
    expect(rows()).toEqual(['柳街菜场', '柳坡公园', '柳街书屋', '柳街小学'])
    unmount()
    showCircle()
    expect(row(/柳街菜场/).textContent).toContain('6 分钟')
  })

  it('filters list and map alike, by 宜 and by kind', () => {
    chooseCompound()
    showCircle()
    tap('再远一点')
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
    showCircle()
    act(() => map?.onMoveOrigin(spot(1300, 0)))
    expect(rows()[0]).toBe('柳街书屋')
    expect(screen.getByText('从地图上选的起点算。')).toBeTruthy()
    tap('回到我的起点')
    expect(rows()[0]).toBe('柳街菜场')
  })

  it('leads to another start beside the map too, for who cannot drag', () => {
    chooseCompound()
    showCircle()
    expect(screen.getByRole('link', { name: '换小区' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '用我的位置' })).toBeTruthy()
    act(() => map?.onMoveOrigin(spot(1300, 0)))
    expect(screen.queryByRole('link', { name: '换小区' })).toBeNull()
    tap('回到我的起点')
  })

  it('leads to one place by its own address, from the list and from the map', () => {
    chooseCompound()
    const went = jest.fn()
    showCircle(went)
    expect(row(/柳坡公园/).getAttribute('href')).toContain('/circle/pages/map/index?place=')
    act(() => map?.onChoose('柳坡公园'))
    expect(went).toHaveBeenCalledWith(`/circle/pages/map/index?place=${encodeURIComponent('柳坡公园')}`)
  })

  it('starts with the list in the elder edition; the map is one tap away', () => {
    chooseCompound()
    localStorage.setItem('display-1', JSON.stringify({ edition: 'elder', elderScale: 1.4 }))
    showCircle()
    expect(screen.queryByTestId('map')).toBeNull()
    expect(row(/柳街菜场/).textContent).toContain('5 分钟')
    tap('看地图')
    expect(screen.getByTestId('map')).toBeTruthy()
    tap('收起地图')
    expect(screen.queryByTestId('map')).toBeNull()
  })

  it('works without any start: the list without minutes, and how to get them', () => {
    chooseCompound({ position: null })
    showCircle()
    expect(screen.getByText(/这个小区的位置还没有核实/)).toBeTruthy()
    expect(rows()).toHaveLength(4)
    act(() => map?.onMoveOrigin(spot(0, 0)))
    expect(sentence()).toBe('步行 15 分钟：1\u00a0个公园、1\u00a0个菜场；缺卫生站。')
    tap('回到我的起点')
  })
})

describe('one place', () => {
  it('stands on a sheet over the map, with the way to it above the sheet', () => {
    chooseCompound()
    showPlace('柳坡公园')
    expect(sentence()).toBe('柳坡公园')
    expect(
      screen.getByText('地址、几点开门、门口有没有台阶、坡道和厕所待核实，请先打 12345 问一声。'),
    ).toBeTruthy()
    expect(screen.getByText(/2\. 左转，台阶，走 190 米/)).toBeTruthy()
    expect(map?.path.length).toBeGreaterThan(2)
    expect(map?.pins.find(({ chosen }) => chosen)?.id).toBe('柳坡公园')
    const high = map?.covered ?? 0
    tap('多看地图')
    expect(map?.covered).toBeLessThan(high)
    tap('多看文字')
    expect(map?.covered).toBe(high)
  })

  it('gives way to another one that is tapped on the map, and leads back to the list', () => {
    chooseCompound()
    showPlace('柳坡公园')
    act(() => map?.onChoose('柳街菜场'))
    expect(mockReplace).toHaveBeenCalledWith(expect.stringContaining(encodeURIComponent('柳街菜场')))
    tap('回到列表')
    expect(mockBack).toHaveBeenCalledWith('/pages/life-circle/index')
  })

  it('is walked to from where the circle’s start was put by hand', () => {
    chooseCompound()
    const { unmount } = showCircle()
    act(() => map?.onMoveOrigin(spot(1300, 0)))
    unmount()
    const { unmount: leave } = showPlace('柳街书屋')
    expect(screen.getByText(/图书|书屋，步行 1 分钟/)).toBeTruthy()
    leave()
    showCircle()
    tap('回到我的起点')
  })

  it('begins with its words in the elder edition', () => {
    chooseCompound()
    localStorage.setItem('display-1', JSON.stringify({ edition: 'elder', elderScale: 1.4 }))
    showPlace('柳坡公园')
    expect(screen.queryByTestId('map')).toBeNull()
    tap('看地图')
    expect(map?.covered).toBe(0)
  })

  it('that is on no map any more gives way to the circle', () => {
    chooseCompound()
    showPlace('早没有了')
    expect(sentence()).toMatch(/^步行 15 分钟/)
  })
})
