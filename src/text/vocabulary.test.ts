import { UNKNOWN, unknownLine } from './vocabulary'

describe('what a page does not know', () => {
  it('is one sentence, with whom to ask', () => {
    expect(unknownLine([UNKNOWN.hours, UNKNOWN.position], '12345')).toBe(
      '几点开门、位置待核实，请先打 12345 问一声。',
    )
    expect(unknownLine([], '12345')).toBeNull()
  })

  it('begins with the number that one would have rung', () => {
    expect(unknownLine([UNKNOWN.phone], '12345')).toBe('号码待核实，请打 12345。')
    expect(unknownLine([UNKNOWN.hours, UNKNOWN.phone], '12345')).toBe(
      '号码待核实，请打 12345。几点开门也请问一声。',
    )
  })
})
