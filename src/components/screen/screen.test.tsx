import { fireEvent, render, screen } from '@testing-library/react'
import { RouteOpenerProvider } from '../elements/route-opener'
import { Empty, Screen } from './screen'
import type { ScreenState } from './screen-state'

const show = (state: ScreenState<string>) =>
  render(
    <RouteOpenerProvider value={() => undefined}>
      <Screen state={state} theme="light">
        {(value) => <p>{value}</p>}
      </Screen>
    </RouteOpenerProvider>,
  )

describe('Screen', () => {
  it('says to a screen reader that it is opening, while it waits', () => {
    show({ kind: 'loading' })
    expect(screen.getByLabelText('正在打开')).not.toBeNull()
  })

  it('says what happened and what to do, and tries again on a tap', () => {
    const onRetry = jest.fn()
    show({ kind: 'troubled', trouble: { happened: '现在连不上网', advice: '请看看网络', onRetry } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('现在连不上网')
    expect(screen.getByText('请看看网络')).not.toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })

  it('has no button where trying again cannot help', () => {
    show({ kind: 'troubled', trouble: { happened: '没有这家', advice: '', onRetry: null } })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows the content, below a remark when it is from before', () => {
    show({ kind: 'ready', value: '目录', note: '这是上次看到的内容' })
    const [note, content] = [screen.getByText('这是上次看到的内容'), screen.getByText('目录')]
    expect(note.compareDocumentPosition(content) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('shows no remark above what is fresh', () => {
    show({ kind: 'ready', value: '目录', note: null })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('Empty', () => {
  it('offers the ways on that it is given', () => {
    render(
      <Empty title="没有找到" advice="换个说法试试" theme="dark">
        <a href="/all">看全部</a>
      </Empty>,
    )
    expect(screen.getByRole('heading').textContent).toBe('没有找到')
    expect(screen.getByRole('link', { name: '看全部' })).not.toBeNull()
  })
})
