import { wgs84 } from '../../kernel/units'
import type { ShanghaiDay } from '../../kernel/shanghai-time'
import { isStale, type Facility, type FacilityKind } from './facility'
import { coverageByKind } from './gaps'

const kind = (given: Partial<FacilityKind> = {}): FacilityKind => ({
  id: 'clinic',
  name: '卫生站',
  sign: '卫',
  group: 'care',
  targetMinutes: 5,
  targetVerified: true,
  complete: true,
  ...given,
})

const facility = (given: Partial<Facility> = {}): Facility => ({
  id: 'willow-clinic',
  kindId: 'clinic',
  name: '柳园卫生站',
  address: null,
  position: wgs84(121.4, 31.24),
  positionVerified: true,
  phone: null,
  hours: null,
  stepFree: 'unverified',
  ramp: 'unverified',
  accessibleToilet: 'unverified',
  source: null,
  verifiedOn: null,
  isOffice: false,
  ...given,
})

const coverageAt = (one: FacilityKind, places: readonly Facility[], minutes: number | null) =>
  coverageByKind([one], places, () => minutes)[0]

describe('standings', () => {
  it('is met up to the target, and says how near the nearest is', () => {
    expect(coverageAt(kind(), [facility()], 5)).toMatchObject({ coverage: 'met', nearest: 5 })
    expect(coverageAt(kind(), [facility()], 6)).toMatchObject({ coverage: 'distant', nearest: 6 })
    expect(coverageAt(kind(), [facility()], 15)).toMatchObject({ coverage: 'distant', nearest: 15 })
    expect(coverageAt(kind(), [facility()], 16)).toMatchObject({ coverage: 'missing', nearest: 16 })
  })

  it('says 缺 of a kind without any place only where the kind is completely collected', () => {
    expect(coverageAt(kind(), [], null)).toMatchObject({ coverage: 'missing', nearest: null })
    expect(coverageAt(kind({ complete: false }), [], null)).toMatchObject({ coverage: 'unrecorded' })
    expect(coverageAt(kind({ complete: false }), [facility()], 12)).toMatchObject({ coverage: 'unrecorded' })
  })

  it('never says 缺 while a place of the kind is not on the map yet', () => {
    expect(coverageAt(kind(), [facility({ position: null })], null)).toMatchObject({ coverage: 'unrecorded' })
  })

  it('takes the nearest of several, and no place of another kind', () => {
    const minutes: Record<string, number> = { near: 4, far: 9, market: 1 }
    const places = [
      facility({ id: 'far' }),
      facility({ id: 'near' }),
      facility({ id: 'market', kindId: 'market' }),
    ]
    expect(coverageByKind([kind()], places, (id) => minutes[id] ?? null)[0]?.nearest).toBe(4)
  })
})

describe('isStale', () => {
  const day = (text: string) => text as ShanghaiDay
  it('calls a record old after twelve months, or when nobody ever checked it', () => {
    expect(isStale(day('2025-11-24'), day('2026-11-24'))).toBe(false)
    expect(isStale(day('2025-11-23'), day('2026-11-24'))).toBe(true)
    expect(isStale(day('2025-10-30'), day('2026-11-24'))).toBe(true)
    expect(isStale(day('2026-11-24'), day('2026-11-24'))).toBe(false)
    expect(isStale(null, day('2026-11-24'))).toBe(true)
  })
})
