import { act, fireEvent, screen } from '@testing-library/react'
import type { SearchAnswer } from '../../../core/contract/search'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { home, show } from '../../testing/show'
import { callEndpoint } from '../../api/client'
import { SearchView } from './search-view'

jest.mock('../../api/client', () => {
  const callEndpoint = jest.fn()
  return {
    callEndpoint,
    read: async (name: string, input: unknown) => {
      const answer: unknown = await callEndpoint(name, input)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
})
const backend = callEndpoint as unknown as jest.Mock

const found = (title: string): SearchAnswer => ({
  guessed: false,
  days: null,
  help: null,
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

const shanghaiDayOf = (day: string) => shanghaiDay(parseInstant(`${day}T09:00:00+08:00`))
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

describe('the answer to a question', () => {
  const answered = (given: Partial<SearchAnswer>) =>
    backend.mockImplementation((name) =>
      name === 'search.find' ? { ...found('市集'), ...given } : new Promise(() => undefined),
    )

  it('names the days, and that nothing is on then', async () => {
    const days = { firstDay: shanghaiDayOf('2027-01-01'), lastDay: shanghaiDayOf('2027-01-01'), part: null }
    answered({ days: { ...days, none: true } })
    show(<SearchView startText="元旦有活动吗" />, home())
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('1月1日')
    expect(screen.getByRole('alert').textContent).toContain('没有找到活动。之后最近的是：')
  })

  it('gives the number to tap and the words that were typed, before what only mentions it', async () => {
    answered({ help: { call: 'hotline', number: '12345', first: true } })
    show(<SearchView startText="路灯不亮" />, home())
    await settle()
    const button = screen.getByRole('button', { name: '打 12345' })
    expect(screen.getByText('路灯不亮')).not.toBeNull()
    const line = screen.getByRole('link', { name: '市集' })
    expect(button.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
  })

  it('stands above the hotline where somebody here helps', async () => {
    answered({ help: { call: 'hotline', number: '12345', first: false } })
    show(<SearchView startText="我要投诉" />, home())
    await settle()
    const button = screen.getByRole('button', { name: '打 12345' })
    expect(
      button.compareDocumentPosition(screen.getByRole('link', { name: '市集' })) &
        Node.DOCUMENT_POSITION_PRECEDING,
    ).not.toBe(0)
  })
})
