import { act, fireEvent, screen } from '@testing-library/react'
import { instant } from '../../../core/kernel/shanghai-time'
import { ApiError } from '../../api/result'
import { spot, townGraph, townPlaces } from '../../testing/circle-fixture'
import { compound } from '../../testing/directory-fixture'
import { show } from '../../testing/show'
import { useStartPoint } from '../start-point/start-point'
import * as engine from '../walking-engine/engine'
import { loadEngine } from './load-engine'
import { STREET_DATA } from './street-data'
import { useHeldWalkingTimes, useWalkingTimes } from './use-walking-times'
import { storeWalkingTimes, storedWalkingTimes, storeWalker } from './walking-times'

jest.mock('./load-engine', () => ({ loadEngine: jest.fn() }))
const engineLoader = jest.mocked(loadEngine)
const ask = jest.spyOn(STREET_DATA, 'ask')

const whole = {
  streets: { version: 'a'.repeat(16), graph: Buffer.from(townGraph()).toString('base64') },
  places: {
    version: 'b'.repeat(16),
    content: {
      ...townPlaces(),
      facilities: townPlaces().facilities.map((place) => ({ ...place, isOffice: true })),
    },
  },
}

function Minutes() {
  const walkingTimes = useWalkingTimes()
  return (
    <p>{walkingTimes === null ? '没有' : `${walkingTimes.offices['柳街菜场']} ${walkingTimes.sentence}`}</p>
  )
}

/** What a list of offices is ordered by. */
function Order({ moveTo }: { readonly moveTo?: ReturnType<typeof compound> }) {
  const { chooseCompound } = useStartPoint()
  const word = useHeldWalkingTimes() === null ? '直线' : '步行'
  return (
    <>
      <output>{word}</output>
      {moveTo === undefined ? null : <button onClick={() => chooseCompound(moveTo)} />}
    </>
  )
}

let homes = 0
/** A compound of its own for each test: a question is asked once while the app runs. */
function chooseCompound(): ReturnType<typeof compound> {
  homes++
  const home = compound({ id: `home-${homes}`, position: spot(homes, 0) })
  localStorage.setItem('origin-1', JSON.stringify({ compound: home, usesPosition: false }))
  return home
}
const rest = () => act(() => jest.advanceTimersByTimeAsync(1_000))
const says = () => screen.getByRole('paragraph').textContent

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
  engineLoader.mockReset().mockResolvedValue(engine)
  ask.mockReset().mockResolvedValue(whole)
})
afterEach(() => jest.useRealTimers())

describe('minutes on pages without an engine', () => {
  it('are computed when the page has come to rest, without the life circle having been opened', async () => {
    chooseCompound()
    show(<Minutes />)
    expect(says()).toBe('没有')
    expect(engineLoader).not.toHaveBeenCalled()
    await rest()
    expect(says()).toMatch(/^4 步行 15 分钟：1\u00a0个公园、1\u00a0个菜场/)
  })

  it('stand at once the next time, and are asked for anew only on another day', async () => {
    const home = chooseCompound()
    const startPoint = { kind: 'compound', compound: home } as const
    storeWalkingTimes(startPoint, {
      sentence: '',
      walker: 'adult',
      offices: { 柳街菜场: 9 },
      at: instant(Date.now()),
    })
    const { unmount } = show(<Minutes />)
    expect(says()).toMatch(/^9/)
    await rest()
    expect(engineLoader).not.toHaveBeenCalled()
    unmount()
    jest.setSystemTime(Date.now() + 25 * 3_600_000)
    show(<Minutes />)
    expect(says()).toMatch(/^9/)
    await rest()
    expect(says()).toMatch(/^4/)
  })

  it('are those of who walks: wheels get none over streets that nobody verified', async () => {
    const home = chooseCompound()
    storeWalker('wheelchair')
    show(<Minutes />)
    await rest()
    const walkingTimes = storedWalkingTimes({ kind: 'compound', compound: home })
    expect(walkingTimes?.walker).toBe('wheelchair')
    expect(walkingTimes?.offices).toMatchObject({ 柳街菜场: 6, 柳街书屋: null })
  })

  it('leave the straight line where nothing can be fetched', async () => {
    chooseCompound()
    ask.mockRejectedValue(new ApiError({ kind: 'lost', why: 'offline' }))
    show(<Minutes />)
    await rest()
    expect(says()).toBe('没有')
  })

  it('leave it too where the phone cannot load the engine', async () => {
    chooseCompound()
    engineLoader.mockResolvedValue(null)
    show(<Minutes />)
    await rest()
    expect(says()).toBe('没有')
  })

  it('put a list into order only when it comes into view: what arrives meanwhile moves nothing', async () => {
    chooseCompound()
    const { unmount } = show(
      <>
        <Minutes />
        <Order />
      </>,
    )
    await rest()
    expect(says()).toMatch(/^4/)
    expect(screen.getByRole('status').textContent).toBe('直线')
    unmount()
    show(<Order />)
    expect(screen.getByRole('status').textContent).toBe('步行')
  })

  it('put a list into order at once when it starts from elsewhere', async () => {
    const elsewhere = compound({ id: `home-${homes + 1}`, position: spot(homes + 1, 0) })
    storeWalkingTimes(
      { kind: 'compound', compound: elsewhere },
      { sentence: '', walker: 'adult', offices: {}, at: instant(Date.now()) },
    )
    show(<Order moveTo={elsewhere} />)
    expect(screen.getByRole('status').textContent).toBe('直线')
    await act(async () => fireEvent.click(screen.getByRole('button')))
    expect(screen.getByRole('status').textContent).toBe('步行')
  })

  it('are not asked for from nowhere', async () => {
    show(<Minutes />)
    await rest()
    expect(engineLoader).not.toHaveBeenCalled()
  })
})
