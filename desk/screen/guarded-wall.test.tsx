import { render, screen } from '@testing-library/react'
import type { ScreenPage } from '../../core/contract/check-in/screen'
import { parseInstant } from '../../core/kernel/shanghai-time'
import { GuardedWall } from './wall'

const NOW = parseInstant('2026-11-24T02:00:00Z')
const shown = (page: ScreenPage | null) => (
  <GuardedWall
    kind="showing"
    now={NOW}
    link="https://caoyang.example/c/abc.1.m"
    page={page}
    cutOff={false}
    clockWrong={false}
  />
)

it('keeps the code on the wall when what stands beside it cannot be shown, and tries the next answer', () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const broken = { now: '2026-11-24T02:00:00Z' } as unknown as ScreenPage
  const { rerender } = render(shown(broken))
  expect(screen.getByRole('img')).toBeTruthy()
  expect(screen.getByText('10:00')).toBeTruthy()
  expect(complaint).toHaveBeenCalled()
  const office = { name: '梧桐里百姓会客厅', status: 'closed', zones: [] }
  const subdistrict = { organiser: '云溪街道', phone: null, hotline: '12345' }
  rerender(shown({ ...broken, office, subdistrict, activities: [], notice: null } as unknown as ScreenPage))
  expect(screen.getByText('梧桐里百姓会客厅')).toBeTruthy()
})
