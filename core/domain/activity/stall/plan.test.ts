import { changesNothing, decidePlan, stepsTo, type PublicStall, type StandingStall } from './plan'

const stall = (number: string, more: Partial<PublicStall> = {}): PublicStall => ({
  number,
  kind: '手作',
  name: `第 ${number} 家`,
  hours: null,
  position: null,
  ...more,
})
const standing = (number: string, more: Partial<StandingStall> = {}): StandingStall => ({
  ...stall(number),
  isHeld: false,
  ...more,
})
/** 01 is 1. */
const keyOf = (number: string): string => number.replace(/^0+/, '')

describe('a plan of stalls', () => {
  it('has no number twice, however it is written, and says at which row', () => {
    expect(decidePlan([stall('12'), stall('3'), stall('012')], [], keyOf)).toEqual({
      ok: false,
      refusal: 'stall_number_twice',
      detail: { row: 3, number: '012' },
    })
  })

  it('leaves out no stall that an applicant was given', () => {
    expect(decidePlan([stall('1')], [standing('1'), standing('2', { isHeld: true })], keyOf)).toEqual({
      ok: false,
      refusal: 'stall_in_use',
      detail: { numbers: ['2'] },
    })
  })

  it('has positions to a thousandth of the picture, as the table of stalls has them', () => {
    const position = { x: 1 / 3, y: 0.99961 }
    expect(decidePlan([stall('1', { position })], [], keyOf)).toMatchObject({
      value: [{ position: { x: 0.333, y: 1 } }],
    })
  })

  it('does not keep the words of an applicant', () => {
    const decision = decidePlan([stall('2', { name: '竹编' })], [standing('2', { isHeld: true })], keyOf)
    expect(decision).toMatchObject({ ok: true, value: [{ number: '2', name: null, isHeld: true }] })
  })
})

describe('publishing a plan', () => {
  const held = (number: string): StandingStall => standing(number, { isHeld: true, name: '竹编' })

  it('adds, changes and removes, and leaves alone what is as it was', () => {
    const now = [standing('1'), standing('2'), standing('3')]
    const proposed = [standing('1'), standing('2', { hours: { from: 570, to: 660 } }), standing('4')]
    expect(stepsTo(proposed, now, keyOf)).toEqual({
      add: [stall('4')],
      change: [{ number: '2', to: stall('2', { hours: { from: 570, to: 660 } }) }],
      remove: ['3'],
    })
  })

  it('moves a stall on the picture, and nothing where it stays', () => {
    const now = [standing('1', { position: { x: 0.2, y: 0.5 } }), standing('2')]
    const to = (x: number) => [standing('1', { position: { x, y: 0.5 } }), standing('2')]
    expect(stepsTo(to(0.3), now, keyOf).change).toEqual([
      { number: '1', to: stall('1', { position: { x: 0.3, y: 0.5 } }) },
    ])
    expect(changesNothing(stepsTo(to(0.2), now, keyOf))).toBe(true)
  })

  it('writes a number as it is written now: 01 for 1', () => {
    expect(stepsTo([standing('01', { name: '甲' })], [standing('1')], keyOf).change).toEqual([
      { number: '1', to: stall('01', { name: '甲' }) },
    ])
  })

  it.each<[string, StandingStall, StandingStall, string | null]>([
    ['whoever has the stall keeps the sign', standing('1', { isHeld: true, name: null }), held('1'), '竹编'],
    ['who gave it back takes the sign along', held('1'), standing('1', { name: null }), null],
    ['who was given it meanwhile has the sign', standing('1', { name: '别的' }), held('1'), '竹编'],
    ['nobody has it: the plan says', standing('1', { name: '别的' }), standing('1'), '别的'],
  ])('%s', (_, proposed, now, name) => {
    const { change } = stepsTo([proposed], [now], keyOf)
    expect(change[0]?.to.name ?? now.name).toBe(name)
  })

  it('does nothing twice', () => {
    const now = [standing('1'), held('2')]
    expect(changesNothing(stepsTo(now, now, keyOf))).toBe(true)
  })
})
