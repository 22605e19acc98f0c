import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { page, shanghai, TERMS } from '../../../testing/activity-fixture'
import { joiningStateOf } from './joining-state'

const at = (moment: string) => parseInstant(shanghai(moment))
const NOW = at('2026-11-24T10:00')
const open = page({ kind: 'open', terms: null })

describe('joiningStateOf', () => {
  it('says withdrawn before anything else, then over', () => {
    const late = at('2026-11-28T11:00')
    expect(joiningStateOf(page({ status: 'withdrawn' }), late).kind).toBe('withdrawn')
    expect(joiningStateOf(page(), late).kind).toBe('over')
    expect(joiningStateOf(open, late).kind).toBe('over')
  })

  it('lets one come along, before the start and while it runs', () => {
    expect(joiningStateOf(open, NOW).kind).toBe('come')
    expect(joiningStateOf(open, at('2026-11-28T09:00')).kind).toBe('come-now')
  })

  it('knows when registering opens and closes, to the instant', () => {
    const terms = { ...TERMS, opensAt: shanghai('2026-11-25T09:00'), closesAt: shanghai('2026-11-27T18:00') }
    const kinds = ['2026-11-25T08:59', '2026-11-25T09:00', '2026-11-27T18:00', '2026-11-28T09:00'].map(
      (moment) => joiningStateOf(page({ terms }), at(moment)).kind,
    )
    expect(kinds).toEqual(['not-open', 'free', 'closed', 'under-way'])
  })

  it('says how many places there are, or that one can wait', () => {
    expect(joiningStateOf(page(), NOW)).toMatchObject({ kind: 'free', free: 4, capacity: 20 })
    const terms = { ...TERMS, free: 0, waitingParties: 3 }
    expect(joiningStateOf(page({ terms }), NOW)).toEqual({ kind: 'full', waitingParties: 3, asking: false })
    expect(joiningStateOf(page({ terms }), at('2026-11-28T07:00'))).toMatchObject({ asking: true })
  })
})
