import type { Office, OfficeSummary } from '../../../core/domain/office/office'
import type { Wgs84 } from '../../../core/kernel/units'
import { openLocation } from '../../platform/map/open-location'
import { addressWords } from './office-words'

/** The step-free entrance where one is known, else the first entrance with a position, else the office. */
export function entrancePosition(office: OfficeSummary & Partial<Pick<Office, 'entrances'>>): Wgs84 | null {
  const entrances = office.entrances ?? []
  const stepFree = entrances.find(({ stepFree, position }) => stepFree === 'yes' && position !== null)
  const any = entrances.find(({ position }) => position !== null)
  return stepFree?.position ?? any?.position ?? office.position
}

/** Opens the map at the door. Offices without a position offer no such button. */
export function walkTo(office: OfficeSummary & Partial<Pick<Office, 'entrances'>>): void {
  const position = entrancePosition(office)
  if (position !== null) openLocation({ name: office.name, address: addressWords(office), position })
}
