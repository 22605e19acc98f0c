/** @jest-environment jsdom */
import { instant } from '../../../core/kernel/shanghai-time'
import { wgs84 } from '../../../core/kernel/units'
import { compound } from '../../testing/directory-fixture'
import { storeWalkingTimes, storedWalkingTimes } from './walking-times'

const walkingTimes = {
  sentence: '步行 15 分钟：3 个公园。',
  walker: 'elder',
  offices: { hall: 6 },
  at: instant(0),
} as const
const home = { kind: 'compound', compound: compound() } as const
const here = { kind: 'position', position: wgs84(121.4, 31.24) } as const

beforeEach(() => localStorage.clear())

describe('what was computed last', () => {
  it('is known again from the same compound only', () => {
    storeWalkingTimes(home, walkingTimes)
    expect(storedWalkingTimes(home)).toMatchObject(walkingTimes)
    expect(storedWalkingTimes({ kind: 'compound', compound: compound({ id: 'elsewhere' }) })).toBeNull()
    expect(storedWalkingTimes({ kind: 'none' })).toBeNull()
  })

  it('is never written down for a position', () => {
    storeWalkingTimes(here, walkingTimes)
    expect(storedWalkingTimes(here)).toEqual(walkingTimes)
    expect(storedWalkingTimes({ kind: 'position', position: wgs84(121.41, 31.24) })).toBeNull()
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/121\.4|31\.24/)
  })
})
