import { act, fireEvent, screen } from '@testing-library/react'
import type { SearchAnswer } from '../../../core/contract/search/search'
import { home, show } from '../../testing/show'
import { call } from '../../api/call/call'
import { SearchView } from './search-view'

jest.mock('../../api/call/call', () => {
  const call = jest.fn()
  return {
    call,
    read: async (name: string, input: unknown) => {
      const answer: unknown = await call(name, input)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
})
const backend = call as unknown as jest.Mock

const found = (title: string): SearchAnswer => ({
  guessed: false,
  groups: [
    {
      kind: 'office',
      more: 0,
      items: [
        {
          id: title,
          title: { text: title, marks: [[0, 1]] },
          reason: null,
          card: { about: null, offices: [], status: 'open', times: [] },
        },
      ],
    },
  ],
})

const type = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })
/** Long enough to rest, and then for the answer to be shown. */
const settle = async () => {
  await act(() => jest.advanceTimersByTimeAsync(300))
  await act(() => jest.advanceTimersByTimeAsync(50))
}
const asked = () => backend.mock.calls.filter(([name]) => name === 'search.find').map(([, { text }]) => text)

beforeEach(() => {
  localStorage.clear()
  backend.mockReset()
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

describe('the box', () => {
  it('asks once a finger rests, not for each letter', async () => {
    backend.mockImplementation((name, input) =>
      name === 'search.find' ? found(input.text) : new Promise(() => undefined),
    )
    show(<SearchView startText="" />, home())
    for (const text of ['j', 'jm', 'jmy']) type(text)
    await settle()
    expect(asked()).toEqual(['jmy'])
    expect(screen.getByRole('link', { name: 'jmy' }).querySelector('.found-mark')?.textContent).toBe('j')
  })

  it('is emptied by one tap, and has nothing to empty before', () => {
    backend.mockImplementation(() => new Promise(() => undefined))
    show(<SearchView startText="" />, home())
    expect(screen.queryByRole('button', { name: '清掉重写' })).toBeNull()
    type('加梯')
    fireEvent.click(screen.getByRole('button', { name: '清掉重写' }))
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
    expect(screen.queryByRole('button', { name: '清掉重写' })).toBeNull()
  })

  it('never shows a late answer over a newer one', async () => {
    const late: (() => void)[] = []
    backend.mockImplementation((name, input) => {
      if (name !== 'search.find') return new Promise(() => undefined)
      return input.text === 'slow'
        ? new Promise((go) => late.push(() => go(found('slow'))))
        : found(input.text)
    })
    show(<SearchView startText="" />, home())
    type('slow')
    await settle()
    type('quick')
    await settle()
    late.forEach((go) => go())
    await settle()
    expect(screen.getByRole('link', { name: 'quick' })).not.toBeNull()
    expect(screen.queryByRole('link', { name: 'slow' })).toBeNull()
  })

  it('remembers what was confirmed, the latest first, and forgets on request', async () => {
    backend.mockImplementation((name, input) =>
      name === 'search.find' ? found(input.text) : new Promise(() => undefined),
    )
    show(<SearchView startText="" />, home())
    for (const text of ['甲', '乙', '甲']) {
      type(text)
      fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })
    }
    type('')
    await settle()
    expect(JSON.parse(localStorage.getItem('searched-1') ?? '')).toEqual(['甲', '乙'])
    expect(screen.getByRole('button', { name: '乙' })).not.toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '清空搜过的' }))
    expect(screen.queryByRole('button', { name: '乙' })).toBeNull()
    expect(localStorage.getItem('searched-1')).toBe('[]')
  })
})
