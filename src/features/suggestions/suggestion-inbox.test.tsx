import { act, fireEvent, screen } from '@testing-library/react'
import type { ReceivedSuggestion } from '../../../core/contract/suggestion'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { callEndpoint } from '../../api/client'
import { show } from '../../testing/show'
import { SuggestionInbox } from './suggestion-inbox'

jest.mock('../../api/client', () => ({ callEndpoint: jest.fn(), read: jest.fn() }))
const answer = jest.mocked(callEndpoint as (name: string, input: object) => Promise<unknown>)

const suggestion = (given: Partial<ReceivedSuggestion> = {}): ReceivedSuggestion => ({
  suggestionId: 's1',
  text: '二楼的扶手松了',
  at: '2026-11-24T01:00:00.000Z' as IsoInstant,
  flagged: false,
  phone: null,
  reply: null,
  ...given,
})
const page = (suggestions: readonly ReceivedSuggestion[], more = false) => ({
  suggestions,
  unanswered: suggestions.filter(({ reply }) => reply === null).length,
  more,
})
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  localStorage.clear()
  answer.mockReset().mockResolvedValue({ ok: true, value: { suggestionId: 's1' } })
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('what residents wrote, for editors', () => {
  it('says how many wait, and which ones WeChat could not clear', () => {
    show(
      <SuggestionInbox
        first={page([suggestion({ flagged: true }), suggestion({ suggestionId: 's2', reply: '已报修' })])}
      />,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('1 条等着回复')
    expect(screen.getAllByText('系统没审出结果，请先看一遍')).toHaveLength(1)
    expect(screen.getByText('回复：已报修')).toBeTruthy()
  })

  it('is answered in words, and an answer can be put right', async () => {
    show(<SuggestionInbox first={page([suggestion({ reply: '已报修' })])} />)
    await tap('改回复：二楼的扶手松了')
    const field = screen.getByLabelText<HTMLTextAreaElement>('写给这位街坊的话')
    expect(field.value).toBe('已报修')
    fireEvent.change(field, { target: { value: ' ' } })
    await tap('送出回复')
    expect(screen.getByText('请先写几个字。')).toBeTruthy()
    expect(answer).not.toHaveBeenCalled()
    fireEvent.change(field, { target: { value: '周五修好 ' } })
    await tap('送出回复')
    expect(answer).toHaveBeenCalledWith(
      'suggestion.reply',
      expect.objectContaining({ suggestionId: 's1', reply: '周五修好' }),
    )
  })

  it('shows a number only after it was said that looking is recorded', async () => {
    answer.mockResolvedValue({ ok: true, value: { phone: '13800001234' } })
    show(<SuggestionInbox first={page([suggestion({ phone: '138****1234' })])} />)
    expect(screen.getByText('想接电话：138****1234')).toBeTruthy()
    await tap('看号码 138****1234')
    expect(screen.getByText(/谁看过、什么时候看的，会记下来/)).toBeTruthy()
    await tap('先不看')
    expect(answer).not.toHaveBeenCalled()
    await tap('看号码 138****1234')
    await tap('看，我来打')
    expect(answer).toHaveBeenCalledWith(
      'suggestion.openPhone',
      expect.objectContaining({ suggestionId: 's1' }),
    )
    expect(screen.getByRole('button', { name: '打 13800001234' })).toBeTruthy()
  })

  it('says so where the number was forgotten meanwhile', async () => {
    answer.mockResolvedValue({ ok: true, value: { phone: null } })
    show(<SuggestionInbox first={page([suggestion({ phone: '138****1234' })])} />)
    await tap('看号码 138****1234')
    await tap('看，我来打')
    expect(screen.getByText(/这个号码已经删了/)).toBeTruthy()
  })

  it('brings more where there are more, after the last one on the screen, and shows an answer there too', async () => {
    show(<SuggestionInbox first={page([suggestion()], true)} />)
    answer.mockResolvedValueOnce({
      ok: true,
      value: page([suggestion({ suggestionId: 's2', text: '路灯不亮' })]),
    })
    await tap('看更多的')
    expect(answer).toHaveBeenCalledWith('suggestion.list', {
      after: { suggestionId: 's1', at: '2026-11-24T01:00:00.000Z', answered: false },
    })
    expect(screen.queryByRole('button', { name: '看更多的' })).toBeNull()
    await tap('回复：路灯不亮')
    fireEvent.change(screen.getByLabelText('写给这位街坊的话'), { target: { value: '已报修' } })
    await tap('送出回复')
    expect(screen.getByText('回复：已报修')).toBeTruthy()
  })

  it('says so where more did not come', async () => {
    show(<SuggestionInbox first={page([suggestion()], true)} />)
    answer.mockResolvedValueOnce({ ok: false, lost: 'offline' })
    await tap('看更多的')
    expect(screen.getByText('更多的暂时取不到。网好了再点一次。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '看更多的' })).toBeTruthy()
  })
})
