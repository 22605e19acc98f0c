import type { Entrance } from '../../../core/domain/office/office'
import { wgs84 } from '../../../core/kernel/units'
import { office } from '../../testing/directory-fixture'
import { entrancePosition } from './walk-there'

const entrance = (id: string, stepFree: Entrance['stepFree'], east: number | null): Entrance => ({
  id,
  name: id,
  position: east === null ? null : wgs84(east, 31.2),
  stepFree,
  access: {
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
  },
  verifiedOn: null,
})
const at = (entrances: readonly Entrance[]) =>
  entrancePosition({ ...office('a', { position: wgs84(121, 31.2) }), entrances })

describe('entrancePosition', () => {
  it('is the step-free entrance where one is known', () => {
    expect(at([entrance('front', 'no', 121.1), entrance('side', 'yes', 121.2)])).toEqual([121.2, 31.2])
  })

  it('never takes an unverified entrance for a step-free one that has a place', () => {
    expect(at([entrance('side', 'yes', null), entrance('front', 'unverified', 121.1)])).toEqual([121.1, 31.2])
  })

  it('is the office itself where no entrance has a place', () => {
    expect(at([entrance('front', 'yes', null)])).toEqual([121, 31.2])
    expect(entrancePosition(office('b'))).toBeNull()
  })
})
