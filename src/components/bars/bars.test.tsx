import { fireEvent, screen } from '@testing-library/react'
import { show } from '../../testing/show'
import { Note } from '../sheets/note'
import { Tag, Tags } from '../controls/tag'
import { Button } from '../controls/button'
import { TabNav, TopBar } from './bars'

const tab = (unread: number) => [
  { to: '/pages/me/index', text: '我的', icon: 'user-round', current: false, unread } as const,
]

describe('the bars of a browser', () => {
  it('have the way home as an icon with a name, where nothing else leads back', () => {
    const { unmount } = show(<TopBar title="找会客厅" onBack={null} home="/pages/home/index" />)
    expect(screen.getByRole('link', { name: '回首页' }).getAttribute('href')).toBe('/pages/home/index')
    unmount()
    show(<TopBar title="找会客厅" onBack={() => undefined} home={null} />)
    expect(screen.queryByRole('link', { name: '回首页' })).toBeNull()
  })

  it('say aloud what the red dot means, and have none where all is read', () => {
    const { container, unmount } = show(<TabNav tabs={tab(2)} />)
    expect(screen.getByRole('link', { name: '我的，2 条没看' })).not.toBeNull()
    expect(container.querySelectorAll('.dotted')).toHaveLength(1)
    unmount()
    const all = show(<TabNav tabs={tab(0)} />)
    expect(screen.getByRole('link', { name: '我的' })).not.toBeNull()
    expect(all.container.querySelectorAll('.dotted')).toHaveLength(0)
  })

  it('can be passed over by keyboard', () => {
    show(
      <>
        <TopBar title="活动" onBack={null} home={null} />
        <main>
          <h1>近一个月有 7 个活动</h1>
        </main>
      </>,
    )
    const main = screen.getByRole('main')
    main.getClientRects = () => [new DOMRect()] as unknown as DOMRectList
    fireEvent.click(screen.getByRole('link', { name: '直接看内容' }))
    expect(document.activeElement).toBe(main)
  })
})

describe('the grammar of what can be tapped', () => {
  it('shows another way on as a row, what lets go as text, and one as the button', () => {
    show(
      <>
        <Button look="primary" to="/a">
          我要报名
        </Button>
        <Button to="/b">看活动</Button>
        <Button look="give-up" onTap={() => undefined}>
          取消报名
        </Button>
      </>,
    )
    const classes = (name: string) => screen.getByText(name).closest('.button')?.className
    expect(classes('我要报名')).toContain('button--primary')
    expect(classes('看活动')).toContain('button--way')
    expect(classes('取消报名')).toContain('button--give-up')
  })

  it('marks a chosen word with a tick, and names what the words are a choice of', () => {
    const { container } = show(
      <Tags label="哪一类">
        <Tag text="全部" chosen onTap={() => undefined} />
        <Tag text="会客厅" chosen={false} onTap={() => undefined} />
      </Tags>,
    )
    expect(screen.getByRole('group', { name: '哪一类' })).not.toBeNull()
    expect(container.querySelectorAll('.icon--check')).toHaveLength(1)
    expect(screen.getByRole('button', { pressed: true }).textContent).toBe('全部')
  })

  it('calls out what happened, and not what the page says anyway', () => {
    const { unmount } = show(<Note>还没送到</Note>)
    expect(screen.getByRole('alert').textContent).toBe('还没送到')
    unmount()
    show(<Note quiet>这是示例</Note>)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
