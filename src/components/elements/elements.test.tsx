import { fireEvent, render, screen } from '@testing-library/react'
import { SearchInput, Tappable } from './elements'
import { RouteOpenerProvider } from './route-opener'

describe('Tappable in a browser', () => {
  const opened: string[] = []
  beforeEach(() => {
    opened.length = 0
    render(
      <RouteOpenerProvider value={(route) => opened.push(route)}>
        <Tappable to="/office/pages/list/index">找会客厅</Tappable>
        <Tappable label="打电话给金梅园" chosen onTap={() => opened.push('called')}>
          打电话
        </Tappable>
      </RouteOpenerProvider>,
    )
  })

  it('is a link that opens inside the app', () => {
    const link = screen.getByRole('link', { name: '找会客厅' })
    expect(link.getAttribute('href')).toBe('/office/pages/list/index')
    expect(fireEvent.click(link)).toBe(false)
    expect(opened).toEqual(['/office/pages/list/index'])
  })

  it('leaves a link to the browser when the reader wants another tab', () => {
    const link = screen.getByRole('link')
    // jsdom follows no links; it is enough that the app did not take it.
    link.addEventListener('click', (click) => click.preventDefault())
    fireEvent.click(link, { ctrlKey: true })
    expect(opened).toEqual([])
  })

  it('is a button with a name and a state where it leads nowhere', () => {
    const button = screen.getByRole('button', { name: '打电话给金梅园', pressed: true })
    fireEvent.click(button)
    expect(opened).toEqual(['called'])
  })
})

describe('what a finger can move', () => {
  it('tells a drag up from one down, and takes a tremble for a tap', () => {
    const moved: string[] = []
    render(
      <Tappable label="多看地图" onDrag={(downwards) => moved.push(downwards ? 'down' : 'up')}>
        <i />
      </Tappable>,
    )
    const handle = screen.getByRole('button', { name: '多看地图' })
    const drag = (from: number, to: number): void => {
      fireEvent.touchStart(handle, { changedTouches: [{ clientY: from }] })
      fireEvent.touchEnd(handle, { changedTouches: [{ clientY: to }] })
    }
    drag(300, 420)
    drag(420, 300)
    drag(300, 308)
    expect(moved).toEqual(['down', 'up'])
  })
})

describe('SearchInput in a browser', () => {
  it('says each text that is typed', () => {
    const typed = jest.fn()
    render(<SearchInput value="" hint="您要办什么？" label="您要办什么？" onChange={typed} />)
    fireEvent.change(screen.getByRole('searchbox', { name: '您要办什么？' }), { target: { value: '加梯' } })
    expect(typed).toHaveBeenCalledWith('加梯')
  })
})
