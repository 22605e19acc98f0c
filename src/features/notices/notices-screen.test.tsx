import { act, fireEvent, screen } from '@testing-library/react'
import type { StaffNotice } from '../../../core/contract/news'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { callEndpoint } from '../../api/client'
import { show } from '../../testing/show'
import { NoticesScreen } from './notices-screen'

jest.mock('../../api/client', () => ({ callEndpoint: jest.fn(), read: jest.fn() }))
const answer = jest.mocked(callEndpoint as (name: string, input: object) => Promise<unknown>)

const notice = (given: Partial<StaffNotice>): StaffNotice => ({
  id: 'n1',
  title: '明早停水',
  text: '请先接好水。',
  from: '2026-11-24T01:00:00.000Z' as IsoInstant,
  until: '2026-11-24T10:00:00.000Z' as IsoInstant,
  withdrawnAt: null,
  ...given,
})
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  localStorage.clear()
  answer.mockReset().mockResolvedValue({ ok: true, value: { noticeId: 'n1' } })
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

describe('urgent notices, for staff', () => {
  it('are those that hang now, and below those of before', () => {
    const old = notice({ id: 'n2', title: '大风', until: '2026-11-23T10:00:00.000Z' as IsoInstant })
    show(<NoticesScreen notices={[notice({}), old]} mayWrite />)
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      '正在挂的',
      '明早停水',
      '以前的',
      '大风',
    ])
    expect(screen.getAllByRole('button', { name: /撤下来/ })).toHaveLength(1)
  })

  it('are read only by whoever may not write them', () => {
    show(<NoticesScreen notices={[notice({})]} mayWrite={false} />)
    expect(screen.getByText('明早停水')).toBeTruthy()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByText(/发通知的是编辑和管理员/)).toBeTruthy()
  })

  it('are looked at before they are published, and nothing goes out until then', async () => {
    show(<NoticesScreen notices={[]} mayWrite />)
    await tap('写一条紧急通知')
    await tap('先看看样子')
    expect(screen.getByText('请写一句话。')).toBeTruthy()
    type('一句话说清什么事', '明早停水')
    type('大家要怎么做', '请先接好水。')
    await tap('先看看样子')
    expect(screen.getByText('到今天 22:00 为止')).toBeTruthy()
    expect(screen.getAllByText('明早停水')).toHaveLength(2)
    expect(answer).not.toHaveBeenCalled()
    await tap('再改改')
    await tap('明天')
    await tap('先看看样子')
    await tap('发出去')
    expect(answer).toHaveBeenCalledWith(
      'notice.publish',
      expect.objectContaining({ title: '明早停水', until: '2026-11-25T14:00:00.000Z' }),
    )
    expect(screen.getByText('发出去了，首页和大屏已经挂上。')).toBeTruthy()
  })

  it('are taken down by two taps', async () => {
    show(<NoticesScreen notices={[notice({})]} mayWrite />)
    await tap('撤下来：明早停水')
    expect(screen.getByText(/撤下后，首页和大屏马上没有了/)).toBeTruthy()
    await tap('先挂着')
    expect(answer).not.toHaveBeenCalled()
    await tap('撤下来：明早停水')
    await tap('撤下来')
    expect(answer).toHaveBeenCalledWith('notice.withdraw', expect.objectContaining({ noticeId: 'n1' }))
  })
})
