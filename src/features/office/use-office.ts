import { isSlug } from '../../../core/shapes/slug'
import type { Office, OfficeSummary, Service } from '../../../core/domain/office/office'
import { queries } from '../../api/queries'
import { failureOf } from '../../api/result'
import type { ScreenState } from '../../components/screen/screen-state'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { useHome, type Home } from '../page/use-home'
import { usePageQuery } from '../page/use-page-query'
import { lastSeenNote, screenStateOf, together } from '../page/screen-state-of'

export type OfficeRecord = Omit<Office, keyof OfficeSummary>

/** An office as its page shows it: whole, or so far only as the directory knows it. */
export interface ShownOffice {
  readonly home: Home
  readonly office: OfficeSummary
  readonly services: readonly Service[]
  /** What only the office's own record says; `null` until it arrives. */
  readonly record: OfficeRecord | null
  readonly successor: OfficeSummary | null
}

const NOT_AN_OFFICE: ScreenState<ShownOffice> = {
  kind: 'troubled',
  trouble: { happened: refusalSentence('office_not_found'), advice: '', onRetry: null },
}

/**
 * Shows what the directory knows at once, also without a network, and the rest when it arrives.
 * An office that the backend does not know is an answer; it wins over a remembered directory.
 */
export function useOffice(officeId: string): ScreenState<ShownOffice> {
  const homeQuery = useHome()
  const named = isSlug(officeId)
  const officeQuery = usePageQuery({ ...queries.office(officeId), enabled: named })
  if (!named) return NOT_AN_OFFICE
  const whole = together(screenStateOf(homeQuery), screenStateOf(officeQuery))
  if (whole.kind === 'ready') {
    const [home, { office, services, successor }] = whole.value
    return { ...whole, value: { home, office, services, successor, record: office } }
  }
  const home = homeQuery.data
  const known = home?.directory.offices.find(({ id }) => id === officeId)
  const trouble = officeQuery.error === null ? null : failureOf(officeQuery.error)
  if (trouble?.kind === 'refused' || home === undefined || known === undefined) return whole
  const note = trouble === null ? null : lastSeenNote(homeQuery.dataUpdatedAt, trouble)
  return { kind: 'ready', value: shownFrom(home, known), note }
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
