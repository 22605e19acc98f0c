import { act, fireEvent, screen } from '@testing-library/react'
import type { QueuedMutation } from '../../api/outbox/queued-mutation'
import { outbox } from '../../api/outbox/device-outbox'
import { show } from '../../testing/show'
import { PendingScans } from './pending-scans'

const STORED: QueuedMutation = {
  endpoint: 'checkIn.upload',
  wish: { code: 'p/AAAAAAAAAAAAAAAAAAAAAA' },
  requestId: 'r',
  person: null,
  happenedAt: Date.parse('2026-11-16T09:12:00+08:00'),
  about: null,
  answer: null,
}

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('act-1.0000000001.r', JSON.stringify(STORED))
  jest.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

it('a scan that lay on the phone for a week says where to look, until that was read', async () => {
  show(<PendingScans />)
  expect(screen.getByText('有 1 次打卡等着上传')).toBeTruthy()
  await act(() => outbox.flush())
  expect(
    screen.getByText(
      '11月16日 9:12的打卡在手机里放了太久，没有再上传。请到“我的集章”看看那天有没有；没有的话，请告诉会客厅的工作人员。',
    ),
  ).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(screen.queryByText(/没有再上传/)).toBeNull()
  expect(localStorage.getItem('act-1.0000000001.r')).toBeNull()
})
