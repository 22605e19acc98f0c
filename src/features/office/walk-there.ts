import type { Office, OfficeSummary } from '../../../core/domain/office/office'
import type { Wgs84 } from '../../../core/kernel/units'
import { openLocation } from '../../platform/map/open-location'
import { addressWords } from './office-words'

/**
 * Where to lead somebody: the step-free entrance where one is known, else the first entrance with a position,
 * else the office. `null` where nobody has verified the place: an estimate may lead to the wrong street.
 */
export function entrancePosition(office: OfficeSummary & Partial<Pick<Office, 'entrances'>>): Wgs84 | null {
  const entrances = (office.entrances ?? []).filter(
    ({ position, verifiedOn }) => position !== null && (office.positionVerified || verifiedOn !== null),
  )
  const [door] = [...entrances.filter(({ stepFree }) => stepFree === 'yes'), ...entrances]
  return door?.position ?? (office.positionVerified ? office.position : null)
}

/** Opens the map at the door. Offices without a verified place offer no such button. */
export function walkTo(office: OfficeSummary & Partial<Pick<Office, 'entrances'>>): void {
  const position = entrancePosition(office)
  if (position !== null) openLocation({ name: office.name, address: addressWords(office), position })
}
