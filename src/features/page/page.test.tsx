import { fireEvent, screen } from '@testing-library/react'
import { show } from '../../testing/show'
import { asPage } from './as-page'
import { Page } from './page'
import { routes } from '../../platform/navigate/routes'

/** The reader's font setting, as a browser tells it. */
const readAt = (factor: number) => {
  document.documentElement.style.fontSize = `${16 * factor}px`
}
const scaleOf = (container: HTMLElement) =>
  container.querySelector<HTMLElement>('.frame')?.style.getPropertyValue('--text-scale')
const page = (route: string) => (
  <Page title="活动" route={route}>
    <p>内容</p>
  </Page>
)

beforeEach(() => {
  localStorage.clear()
  readAt(1)
})

describe('a page in the standard edition', () => {
  it('has the four tabs, with the present one marked', () => {
    show(page(routes.activities))
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      '直接看内容',
      '首页',
      '生活圈',
      '活动',
      '我的',
    ])
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('活动')
  })

  it('follows the reader’s font below the 关怀 size', () => {
    readAt(1.25)
    const { container } = show(page(routes.me))
    expect(scaleOf(container)).toBe('1.25')
    expect(screen.queryByText('改回标准')).toBeNull()
  })
})

describe('a page at 关怀 size', () => {
  beforeEach(() => readAt(1.5))

  it('starts the elder edition by itself, on whichever page one lands, and says so', () => {
    const { container } = show(page(routes.offices))
    expect(container.querySelector('.frame--elder')).not.toBeNull()
    expect(scaleOf(container)).toBe('1.5')
    expect(screen.getByRole('button', { name: '已按您的微信字号放大 · 改回标准' })).not.toBeNull()
  })

  it('has no tab bar but a way home', () => {
    show(page(routes.activities))
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.getByRole('link', { name: '回首页' }).getAttribute('href')).toBe(routes.home)
  })

  it('goes back to the standard edition for good, at the reader’s own size', () => {
    const first = show(page(routes.activities))
    fireEvent.click(screen.getByRole('button', { name: /改回标准/ }))
    expect(first.container.querySelector('.frame--elder')).toBeNull()
    expect(scaleOf(first.container)).toBe('1.5')
    first.unmount()
    const next = show(page(routes.activities))
    expect(next.container.querySelector('.frame--elder')).toBeNull()
  })
})

describe('a page with a bug', () => {
  it('becomes a sentence and a way home', () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const Broken = asPage(() => {
      throw new Error('bug')
    })
    show(<Broken />)
    expect(screen.getByRole('heading').textContent).toBe('这一页没能打开')
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['重试', '回首页'])
  })
})
