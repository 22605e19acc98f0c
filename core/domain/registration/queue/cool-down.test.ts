import { DEFAULT_RULES } from '../../activity/rule-settings'
import { at, CLASS } from '../../activity/testing/class'
import { place } from '../testing/facts'
import { isInCoolDown, turnOutOf, type TurnOut } from './cool-down'

const away = (day: string): TurnOut => ({ at: at(`${day}T09:00`), outcome: 'stayed_away' })
const came = (day: string): TurnOut => ({ at: at(`${day}T09:00`), outcome: 'came' })
const cools = (turnOuts: readonly TurnOut[], activity = CLASS) =>
  isInCoolDown(activity, turnOuts, DEFAULT_RULES)

describe('isInCoolDown', () => {
  it('begins with the second time', () => {
    expect(cools([away('2026-02-10')])).toBe(false)
    expect(cools([away('2026-02-10'), away('2026-02-20')])).toBe(true)
  })

  it('is cleared by an attendance in between or since', () => {
    expect(cools([away('2026-02-10'), came('2026-02-15'), away('2026-02-20')])).toBe(false)
    expect(cools([came('2026-02-25'), away('2026-02-20'), away('2026-02-10')])).toBe(false)
    expect(cools([came('2026-02-05'), away('2026-02-10'), away('2026-02-20')])).toBe(true)
  })

  it('counts the 60 days before the activity: from exactly then, and nothing later', () => {
    expect(cools([away('2026-01-06'), away('2026-02-20')])).toBe(true)
    expect(cools([away('2026-01-05'), away('2026-02-20')])).toBe(false)
    expect(cools([away('2026-03-07'), away('2026-02-20')])).toBe(false)
  })

  it('is asked only of activities that turned it on, and never of workshops at a market', () => {
    const twice = [away('2026-02-10'), away('2026-02-20')]
    expect(cools(twice, { ...CLASS, coolDown: false })).toBe(false)
    expect(cools(twice, { ...CLASS, kind: 'workshop' })).toBe(false)
  })
})

describe('turnOutOf', () => {
  it('is one mark for a party of whom nobody came', () => {
    expect(turnOutOf(CLASS, [place('no_show'), place('no_show')], [])).toEqual({
      at: CLASS.startsAt,
      outcome: 'stayed_away',
    })
  })

  it('is no mark when somebody of the party came, however it was shown', () => {
    expect(turnOutOf(CLASS, [place('no_show'), place('attended')], ['poster'])).toBeNull()
    expect(turnOutOf(CLASS, [place('no_show', true)], ['rolling_late'])).toBeNull()
  })

  it('clears by presence that was shown to staff or on the screen, not by a code that can be photographed', () => {
    const party = [place('attended')]
    expect(turnOutOf(CLASS, party, ['staff'])).toMatchObject({ outcome: 'came' })
    expect(turnOutOf(CLASS, party, ['poster', 'rolling'])).toMatchObject({ outcome: 'came' })
    expect(turnOutOf(CLASS, party, ['poster', 'rolling_late'])).toBeNull()
  })

  it('says nothing of late cancelling, of open rolls, or of workshops', () => {
    expect(turnOutOf(CLASS, [place('cancelled')], [])).toBeNull()
    expect(turnOutOf(CLASS, [place('confirmed')], [])).toBeNull()
    expect(turnOutOf({ ...CLASS, kind: 'workshop' }, [place('no_show')], [])).toBeNull()
  })

  it('is taken back when staff corrects the roll', () => {
    expect(turnOutOf(CLASS, [place('attended')], [])).toBeNull()
  })
})
