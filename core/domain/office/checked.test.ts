import type { ShanghaiDay } from '../../kernel/shanghai-time'
import { decideOffice, isStale, verifiedSince, type OfficeContent } from './checked'

const office: OfficeContent = {
  name: '金梅园百姓会客厅',
  shortName: '金梅园',
  kind: 'living-room',
  neighbourhoodId: null,
  status: 'open',
  successorId: null,
  address: null,
  landmark: null,
  about: null,
  position: null,
  phone: null,
  serviceIds: ['canteen', 'lift'],
  zones: [{ id: 'main', name: '大厅', main: true, alwaysOpen: false, weekly: null, opensOnHolidays: false }],
  entrances: [],
}
const decide = (
  change: Partial<OfficeContent>,
  facts: readonly ('phone' | 'services')[] = [],
  isEditor = false,
) => decideOffice('jinmeiyuan', office, { ...office, ...change }, { facts, how: 'phone' }, isEditor)
const day = (text: string) => text as ShanghaiDay

it('takes what changed as checked, and what is said to be right; the order of services is no change', () => {
  expect(decide({ phone: '021-62570000', serviceIds: ['lift', 'canteen'] })).toMatchObject({
    value: { checked: ['phone'], forgotten: ['position', 'hours', 'access'] },
  })
  expect(decide({}, ['services'])).toMatchObject({ value: { checked: ['services'] } })
  expect(decide({}, ['phone'])).toMatchObject({ refusal: 'nothing_to_check' })
})

it('refuses hours over each other, two main zones, and one id twice', () => {
  const [zone] = office.zones
  if (zone === undefined) throw new Error('no zone')
  const weekly = [
    [
      [540, 720],
      [700, 1020],
    ],
    [],
    [],
    [],
    [],
    [],
    [],
  ] as const
  expect(decide({ zones: [{ ...zone, weekly }] })).toMatchObject({ refusal: 'hours_overlap' })
  expect(decide({ zones: [zone, { ...zone, id: 'other' }] })).toMatchObject({ refusal: 'main_zone_missing' })
  expect(decide({ zones: [zone, { ...zone, main: false }] })).toMatchObject({ refusal: 'same_twice' })
})

it('lets nobody but editors rename, move or close an office', () => {
  expect(decide({ status: 'closed' })).toMatchObject({ refusal: 'only_editors' })
  expect(decide({ status: 'closed' }, [], true)).toMatchObject({ ok: true })
  expect(decide({ status: 'moved', successorId: 'jinmeiyuan' }, [], true)).toMatchObject({
    refusal: 'successor_wrong',
  })
})

it('is verified since the oldest of the days on which something needed was checked', () => {
  const days = { position: day('2026-03-01'), hours: day('2026-02-01'), access: day('2026-04-01') }
  expect(verifiedSince(days)).toBeNull()
  expect(verifiedSince({ ...days, phone: day('2026-05-01') })).toBe('2026-02-01')
})

it('turns amber after twelve months', () => {
  expect(isStale(day('2025-12-01'), day('2026-12-01'))).toBe(false)
  expect(isStale(day('2025-11-30'), day('2026-12-01'))).toBe(true)
  expect(isStale(day('2027-02-28'), day('2028-02-29'))).toBe(true)
})
