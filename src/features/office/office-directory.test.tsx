import { fireEvent, screen } from '@testing-library/react'
import { wgs84 } from '../../../core/kernel/units'
import { compound, office } from '../../testing/directory-fixture'
import { home, show } from '../../testing/show'
import { OfficeDirectory } from './office-directory'

const committee = office('committee', {
  name: '柳园居委会',
  kind: 'party-service',
  position: wgs84(121.4001, 31.24),
})
const hall = office('hall', { name: '柳园百姓会客厅', position: wgs84(121.41, 31.24) })
const far = office('far', { name: '远处百姓会客厅', position: wgs84(121.43, 31.24) })

const listed = (offices = [far, hall, committee]) => {
  const seen = home({ offices })
  show(<OfficeDirectory home={seen} startNeed="" />, seen)
}

const names = () =>
  screen
    .getAllByRole('link')
    .map(({ textContent }) => /(柳园居委会|柳园百姓会客厅|远处百姓会客厅)/.exec(textContent)?.[1])
    .filter((name) => name !== undefined)

beforeEach(() => {
  localStorage.clear()
  const chosen = compound({ position: wgs84(121.4, 31.24), neighbourhoodId: 'elsewhere' })
  localStorage.setItem('origin-1', JSON.stringify({ compound: chosen, usesPosition: false }))
})

describe('the list of offices, seen from a compound', () => {
  it('begins with the nearest 会客厅 that home names, though a committee is nearer', () => {
    listed()
    expect(names()).toEqual(['柳园百姓会客厅', '柳园居委会', '远处百姓会客厅'])
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      '离您最近的会客厅',
      '别的地方',
    ])
  })

  it('needs no headings where the nearest place is a 会客厅', () => {
    listed([far, hall])
    expect(names()).toEqual(['柳园百姓会客厅', '远处百姓会客厅'])
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([])
  })

  it('says once, under all rows, what nobody knows of them', () => {
    listed()
    expect(screen.getAllByText('没写几点开门的还没问到，有的位置是估计的。出门前先打 12345。')).toHaveLength(
      1,
    )
    expect(screen.queryByText(/待核实/)).toBeNull()
  })

  it('goes strictly by nearness among what is searched for', () => {
    listed()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '柳园' } })
    expect(names()).toEqual(['柳园居委会', '柳园百姓会客厅'])
  })
})
