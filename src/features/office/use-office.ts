import { useQuery } from '@tanstack/react-query'
import type { Office, OfficeSummary, Service } from '../../../core/domain/office/office'
import { queries } from '../../api/queries'
import { troubleOf } from '../../api/trouble'
import type { ScreenState } from '../../components/screen/screen-state'
import { useHome, type Home } from '../home/use-home'
import { screenStateOf, together } from '../page/screen-state-of'

/** An office as its page shows it: whole, or so far only as the directory knows it. */
export interface ShownOffice {
  readonly home: Home
  readonly office: OfficeSummary
  readonly services: readonly Service[]
  /** What only the office's own record says; `null` until it arrives. */
  readonly record: Pick<Office, 'about' | 'entrances' | 'source' | 'verifiedOn'> | null
  readonly successor: OfficeSummary | null
}

/**
 * Shows what the directory knows at once, also without a network, and the rest when it arrives.
 * An office that the backend does not know is an answer; it wins over a remembered directory.
 */
export function useOffice(officeId: string): ScreenState<ShownOffice> {
  const homeQuery = useHome()
  const officeQuery = useQuery(queries.office(officeId))
  const whole = together(screenStateOf(homeQuery), screenStateOf(officeQuery))
  if (whole.kind === 'ready') {
    const [home, { office, services, successor }] = whole.value
    return { ...whole, value: { home, office, services, successor, record: office } }
  }
  const refused = officeQuery.error !== null && troubleOf(officeQuery.error).kind === 'refused'
  const home = homeQuery.data
  const known = home?.directory.offices.find(({ id }) => id === officeId)
  if (refused || home === undefined || known === undefined) return whole
  return {
    kind: 'ready',
    value: shownFrom(home, known),
    note: whole.kind === 'troubled' ? whole.trouble.happened : null,
  }
}

function shownFrom(home: Home, office: OfficeSummary): ShownOffice {
  const { services, offices } = home.directory
  return {
    home,
    office,
    services: services.filter(({ id }) => office.serviceIds.includes(id)),
    successor: offices.find(({ id }) => id === office.successorId) ?? null,
    record: null,
  }
}
