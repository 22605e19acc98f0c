import { compound } from '../../testing/directory-fixture'
import { inSteps } from './compound-picker'

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
