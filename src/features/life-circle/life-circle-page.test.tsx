import { fireEvent, screen } from '@testing-library/react'
import { routes } from '../../platform/navigate/routes'
import { spot, townGraph, townPlaces } from '../../testing/circle-fixture'
import { compound } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import * as engine from '../walking-engine/engine'
import { loadEngine } from '../walking-times/load-engine'
import { STREET_DATA } from '../walking-times/street-data'
import { LifeCirclePage } from './life-circle-page'

jest.mock('../walking-times/load-engine', () => ({ loadEngine: jest.fn() }))
jest.mock('../../platform/map/drawn/life-map', () => ({ isOwnDrawing: true, LifeMap: () => null }))
const engineLoader = jest.mocked(loadEngine)

jest.spyOn(STREET_DATA, 'ask').mockResolvedValue({
  streets: { version: 'a'.repeat(16), graph: Buffer.from(townGraph()).toString('base64') },
  places: { version: 'b'.repeat(16), content: townPlaces() },
})

const openTab = () => show(<LifeCirclePage route={routes.lifeCircle} placeId={null} />, home())
const title = async (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  localStorage.clear()
  const choice = { compound: compound({ position: spot(0, 0) }), usesPosition: false }
  localStorage.setItem('origin-1', JSON.stringify(choice))
})

describe('the tab while what reckons is still on its way', () => {
  it('shows the skeleton of a page, and the circle once it has come', async () => {
    let come: (part: typeof engine) => void = () => undefined
    engineLoader.mockReturnValue(new Promise((resolve) => (come = resolve)))
    openTab()
    expect(screen.getByRole('img', { name: '正在打开' })).toBeTruthy()
    come(engine)
    expect(await title(/^步行 15 分钟：/)).toBeTruthy()
  })

  it('says so where it cannot come, and tries again', async () => {
    engineLoader.mockResolvedValue(null)
    openTab()
    expect(await title(/网/)).toBeTruthy()
    engineLoader.mockResolvedValue(engine)
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(await title(/^步行 15 分钟：/)).toBeTruthy()
  })
})
