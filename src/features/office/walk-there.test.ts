import type { Entrance } from '../../../core/domain/office/office'
import { wgs84 } from '../../../core/kernel/units'
import { office } from '../../testing/directory-fixture'
import { entrancePosition } from './walk-there'

const entrance = (
  id: string,
  stepFree: Entrance['stepFree'],
  east: number | null,
  verifiedOn: Entrance['verifiedOn'] = null,
): Entrance => ({
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
  verifiedOn,
})
const at = (entrances: readonly Entrance[]) =>
  entrancePosition({ ...office('a', { position: wgs84(121, 31.2), positionVerified: true }), entrances })

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

  it('leads nobody to an estimate', () => {
    const estimated = office('c', { position: wgs84(121, 31.2), positionVerified: false })
    expect(entrancePosition(estimated)).toBeNull()
    expect(entrancePosition({ ...estimated, entrances: [entrance('front', 'yes', 121.1)] })).toBeNull()
  })

  it('takes an entrance that was verified on the spot, whatever is known of the house', () => {
    const checked = entrance('front', 'yes', 121.1, '2026-10-12' as Entrance['verifiedOn'])
    const estimated = office('c', { position: wgs84(121, 31.2), positionVerified: false })
    expect(entrancePosition({ ...estimated, entrances: [checked] })).toEqual([121.1, 31.2])
  })
})
