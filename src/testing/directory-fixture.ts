import type { Directory } from '../../core/contract/office'
import type { Compound, OfficeSummary, OpeningZone, WeeklyHours } from '../../core/domain/office/office'
import { wgs84 } from '../../core/kernel/units'

/** Nine to eight, every day. */
export const EVERY_DAY: WeeklyHours = Array.from({ length: 7 }, () => [[540, 1200]] as const)

export const zone = (given: Partial<OpeningZone> = {}): OpeningZone => ({
  id: 'main',
  name: '会客厅',
  main: true,
  alwaysOpen: false,
  weekly: EVERY_DAY,
  opensOnHolidays: true,
  exceptions: [],
  ...given,
})

export const office = (id: string, given: Partial<OfficeSummary> = {}): OfficeSummary => ({
  id,
  kind: 'living-room',
  name: `${id}百姓会客厅`,
  shortName: id,
  neighbourhoodId: null,
  address: null,
  landmark: null,
  position: null,
  positionVerified: false,
  phone: null,
  status: 'open',
  successorId: null,
  zones: [zone()],
  serviceIds: [],
  ...given,
})

export const directory = (given: Partial<Directory> = {}): Directory => ({
  offices: [],
  services: [],
  neighbourhoods: [],
  calendar: { coveredYears: [2026], holidays: [], workdays: [] },
  ...given,
})

/** A compound of the invented neighbourhood `willow`. */
export const compound = (given: Partial<Compound> = {}): Compound => ({
  id: 'willow-court',
  name: '柳园小区',
  neighbourhoodId: 'willow',
  neighbourhoodVerified: true,
  position: wgs84(121.4, 31.24),
  positionVerified: true,
  gridContact: null,
  gridPhone: null,
  ...given,
})
