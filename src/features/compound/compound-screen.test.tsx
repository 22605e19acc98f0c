import { screen } from '@testing-library/react'
import type { Neighbourhood } from '../../../core/domain/office/office'
import { wgs84 } from '../../../core/kernel/units'
import { compound, office } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import { CompoundScreen } from './compound-screen'

const willow: Neighbourhood = { id: 'willow', name: '柳园', officeId: 'hall', phone: '021-55550110' }
const homeIn = (neighbourhood: Neighbourhood) =>
  home({ neighbourhoods: [neighbourhood], offices: [office('hall', { name: '柳园百姓会客厅' })] })

const shown = (given: Parameters<typeof compound>[0] = {}, neighbourhood = willow) =>
  show(
    <CompoundScreen
      home={homeIn(neighbourhood)}
      compound={compound(given)}
      mine
      onChoose={() => undefined}
    />,
  )

beforeEach(() => localStorage.clear())

describe('the page of a compound', () => {
  it('names the committee, the living room and the grid, each with a number', () => {
    shown({ gridContact: '第三微网格 社工', gridPhone: '021-55550121' })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('柳园小区属于柳园居委会')
    expect(screen.getByRole('button', { name: '打给柳园居委会' })).not.toBeNull()
    expect(screen.getByRole('link', { name: /柳园百姓会客厅/ })).not.toBeNull()
    expect(screen.getByText('第三微网格 社工')).not.toBeNull()
    expect(screen.getByRole('button', { name: '打给微网格' })).not.toBeNull()
  })

  it('calls a committee no living room, and names the nearest living room beside it', () => {
    const committee = office('hall', { name: '柳园居委会', kind: 'party-service' })
    const hall = office('plum', { name: '金梅园百姓会客厅', position: wgs84(121.41, 31.24) })
    show(
      <CompoundScreen
        home={home({ neighbourhoods: [willow], offices: [committee, hall] })}
        compound={compound()}
        mine
        onChoose={() => undefined}
      />,
    )
    const sections = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(sections).toEqual(expect.arrayContaining(['服务点', '最近的会客厅']))
    expect(sections).not.toContain('会客厅')
    expect(screen.getByRole('link', { name: /金梅园百姓会客厅/ })).not.toBeNull()
  })

  it('says what is not verified, and whom to ask', () => {
    shown({ neighbourhoodVerified: false })
    expect(screen.getByText('归哪个居委会、微网格联系人待核实，请先打 12345 问一声。')).not.toBeNull()
    expect(screen.getByRole('button', { name: '打 12345 问一问' })).not.toBeNull()
  })

  it('is a page also where nobody knows to which committee it belongs, with the nearest living room', () => {
    const hall = office('plum', { name: '金梅园百姓会客厅', position: wgs84(121.41, 31.24) })
    const unknown = { neighbourhoodId: null, neighbourhoodVerified: false }
    const at = (position: ReturnType<typeof wgs84> | null) =>
      show(
        <CompoundScreen
          home={home({ neighbourhoods: [willow], offices: [hall] })}
          compound={compound({ ...unknown, position })}
          mine
          onChoose={() => undefined}
        />,
      )
    const { unmount } = at(wgs84(121.4, 31.24))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('柳园小区归哪个居委会，还没问到')
    expect(screen.getByRole('button', { name: '打 12345 问一问' })).not.toBeNull()
    expect(screen.getByRole('link', { name: /金梅园百姓会客厅/ })).not.toBeNull()
    expect(screen.queryByRole('heading', { name: '居委会' })).toBeNull()
    unmount()
    at(null)
    expect(screen.queryByRole('link', { name: /金梅园百姓会客厅/ })).toBeNull()
    expect(screen.getByRole('button', { name: '打 12345 问一问' })).not.toBeNull()
  })

  it('has no dead end where hardly anything is known', () => {
    shown({}, { ...willow, officeId: null, phone: null })
    expect(screen.getByText(/^号码待核实，请打 12345。归哪家会客厅.*也请问一声。$/)).not.toBeNull()
    expect(screen.getByRole('button', { name: '打 12345' })).not.toBeNull()
  })
})
