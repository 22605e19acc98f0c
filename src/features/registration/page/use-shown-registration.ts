import type { MyRegistration, RegistrationPage } from '../../../../core/contract/registration/registration'
import { queries } from '../../../api/queries'
import { troubleOf } from '../../../api/call/trouble'
import type { ScreenState } from '../../../components/screen/screen-state'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { usePageQuery } from '../../page/use-page-query'
import { lastSeenNote, screenStateOf } from '../../page/screen-state-of'

/** A registration as its page shows it: whole, or so far only as the list on this phone knows it. */
export interface ShownRegistration {
  readonly mine: MyRegistration
  /** Who comes and where it stands; `null` until it arrives. */
  readonly page: RegistrationPage | null
}

const REGISTRATION_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

const NOT_FOUND: ScreenState<ShownRegistration> = {
  kind: 'troubled',
  trouble: { happened: refusalSentence('registration_not_found'), advice: '', onRetry: null },
}

/** Shows the number that this phone knows at once, also without a network, and the rest when it arrives. */
export function useShownRegistration(registrationId: string): ScreenState<ShownRegistration> {
  const named = REGISTRATION_ID.test(registrationId)
  const pageQuery = usePageQuery({ ...queries.registration(registrationId), enabled: named })
  const mineQuery = usePageQuery({ ...queries.registrations(), enabled: named })
  if (!named) return NOT_FOUND
  const page = screenStateOf(pageQuery)
  if (page.kind === 'ready') return { ...page, value: { mine: page.value, page: page.value } }
  const known = mineQuery.data?.registrations.find((one) => one.registrationId === registrationId)
  const trouble = pageQuery.error === null ? null : troubleOf(pageQuery.error)
  if (trouble?.kind === 'refused' || known === undefined) return page
  const note = trouble === null ? null : lastSeenNote(mineQuery.dataUpdatedAt, trouble)
  return { kind: 'ready', value: { mine: known, page: null }, note }
}
