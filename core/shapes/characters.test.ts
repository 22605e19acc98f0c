import { charactersIn, unitsFor } from './characters'

it('a rare character is one', () => {
  expect(charactersIn('𠮷田')).toBe(2)
})

it.each([
  ['', 60],
  ['王', 60],
  ['𠮷'.repeat(31), 91],
  ['𠮷'.repeat(59), 120],
  ['𠮷'.repeat(60), 120],
])('a field that holds %j takes sixty characters', (held, units) => {
  expect(unitsFor(60, held)).toBe(units)
})
