import { fireEvent, screen } from '@testing-library/react'
import { compound } from '../../testing/directory-fixture'
import { show } from '../../testing/show'
import { CompoundPicker, inSteps } from './compound-picker'

const group = (name: string, count: number) => ({
  name,
  compounds: Array.from({ length: count }, (_, index) => compound({ id: `${name}-${index}` })),
})
const sizes = (groups: Parameters<typeof inSteps>[0]) =>
  inSteps(groups).map((step) => step.map(({ name, compounds }) => [name, compounds.length]))

describe('a long list of compounds', () => {
  it('comes in steps of whole neighbourhoods', () => {
    expect(sizes([group('a', 30), group('b', 30), group('c', 1), group('d', 59), group('e', 2)])).toEqual([
      [
        ['a', 30],
        ['b', 30],
      ],
      [
        ['c', 1],
        ['d', 59],
      ],
      [['e', 2]],
    ])
  })

  it('cuts a neighbourhood that is larger than a step, and names it once', () => {
    expect(sizes([group('a', 130)])).toEqual([[['a', 60]], [[null, 60]], [[null, 10]]])
  })
})

it('compounds of which nobody knows where they belong stand last, and are found by name', () => {
  const choose = jest.fn()
  const known = compound({ id: 'known', name: '柳园小区' })
  const unknown = compound({ id: 'unknown', name: '望江公寓', neighbourhoodId: null })
  show(
    <CompoundPicker
      compounds={[unknown, known]}
      neighbourhoods={[{ id: 'willow', name: '柳园', officeId: null, phone: null }]}
      chosenId={null}
      hotline="12345"
      onChoose={choose}
    />,
  )
  const groups = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(groups).toEqual(['柳园', '还没问到归哪个居委会的'])
  fireEvent.click(screen.getByRole('button', { name: '望江公寓' }))
  expect(choose).toHaveBeenCalledWith(unknown)
})
