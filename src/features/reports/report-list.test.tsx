import { act, fireEvent, screen } from '@testing-library/react'
import type { FacilityReport } from '../../../core/contract/life-circle'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { callEndpoint } from '../../api/client'
import { show } from '../../testing/show'
import { ReportList } from './report-list'

jest.mock('../../api/client', () => ({ callEndpoint: jest.fn(), read: jest.fn() }))
const answer = jest.mocked(callEndpoint as (name: string, input: object) => Promise<unknown>)

const report = (given: Partial<FacilityReport>): FacilityReport => ({
  reportId: 'r1',
  facilityId: 'market',
  facilityName: '柳街菜场',
  reason: 'hours',
  note: null,
  flagged: false,
  reportedAt: '2026-11-24T01:00:00.000Z' as IsoInstant,
  handledAt: null,
  ...given,
})

const page = (reports: readonly FacilityReport[], more = false) => ({
  reports,
  waiting: reports.filter(({ handledAt }) => handledAt === null).length,
  more,
})

beforeEach(() => {
  localStorage.clear()
  answer.mockReset().mockResolvedValue({ ok: true, value: { handledAt: '2026-11-24T02:00:00.000Z' } })
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('the list of reports', () => {
  it('stands by place, and says how many wait', () => {
    show(
      <ReportList
        first={page([
          report({ note: '周日不开' }),
          report({
            reportId: 'r2',
            facilityId: null,
            facilityName: null,
            reason: 'missing',
            note: '石桥边的卫生站',
          }),
          report({ reportId: 'r3', reason: 'closed', handledAt: '2026-11-23T02:00:00.000Z' as IsoInstant }),
        ])}
      />,
    )
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      '2 条等着处理',
      '柳街菜场',
      '少了的地方',
    ])
    expect(screen.getByText('时间不对：周日不开')).toBeTruthy()
    expect(screen.getByText(/已处理$/, { selector: '.soft' })).toBeTruthy()
  })

  it('says of words that WeChat could not judge that they are to be read with care', () => {
    show(<ReportList first={page([report({ note: '周日不开', flagged: true })])} />)
    expect(screen.getByText(/转给别人之前，请先看一看/)).toBeTruthy()
  })

  it('marks one as dealt with, and takes a mark back', async () => {
    const { unmount } = show(<ReportList first={page([report({})])} />)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '已处理' })))
    expect(answer).toHaveBeenCalledWith(
      'lifeCircle.handleReport',
      expect.objectContaining({ reportId: 'r1', handled: true }),
    )
    unmount()
    show(<ReportList first={page([report({ handledAt: '2026-11-23T02:00:00.000Z' as IsoInstant })])} />)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '还没处理好' })))
    expect(answer).toHaveBeenLastCalledWith(
      'lifeCircle.handleReport',
      expect.objectContaining({ handled: false }),
    )
  })

  it('brings more where there are more, after the last one on the screen, and marks those too', async () => {
    const later = report({ reportId: 'r2', note: '门锁了' })
    show(<ReportList first={page([report({})], true)} />)
    answer.mockResolvedValueOnce({ ok: true, value: page([later]) })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '看更多的' })))
    expect(answer).toHaveBeenCalledWith('lifeCircle.reports', {
      after: { reportId: 'r1', reportedAt: '2026-11-24T01:00:00.000Z', handled: false },
    })
    expect(screen.getByText('时间不对：门锁了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '看更多的' })).toBeNull()
    const [, second] = screen.getAllByRole('button', { name: '已处理' })
    await act(async () => fireEvent.click(second as HTMLElement))
    expect(screen.getByRole('button', { name: '还没处理好' })).toBeTruthy()
  })

  it('says so where nobody has reported anything', () => {
    show(<ReportList first={page([])} />)
    expect(screen.getByText('还没有人报错')).toBeTruthy()
  })
})
