import type { QueryClient } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import type { MyRegistration, RegistrationPage } from '../../../core/contract/registration/registration'
import { failureOf } from '../../api/result'
import { queries } from '../../api/queries'
import type { ScreenState } from '../../components/screen/screen-state'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { lastSeenNote, screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'

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
  const trouble = pageQuery.error === null ? null : failureOf(pageQuery.error)
  if (trouble?.kind === 'refused' || known === undefined) return page
  const note = trouble === null ? null : lastSeenNote(mineQuery.dataUpdatedAt, trouble)
  return { kind: 'ready', value: { mine: known, page: null }, note }
}

export type ShownCard = Output<'registration.showCard'>

/** How tokens are written; a forwarded link may have lost letters. */
const TOKEN = /^[\w-]{22}$/

const NOT_A_CARD: ScreenState<ShownCard> = {
  kind: 'troubled',
  trouble: { happened: refusalSentence('card_not_found'), advice: '', onRetry: null },
}

/** What anybody sees of a card, before they say who they are. */
export function useCard(token: string): ScreenState<ShownCard> {
  const named = TOKEN.test(token)
  const query = usePageQuery({ ...queries.card(token), enabled: named })
  return named ? screenStateOf(query) : NOT_A_CARD
}

/** After an act on a registration: whatever pages show of it is asked again, so that all of them agree. */
export async function invalidateRegistrations(client: QueryClient, activityId: string): Promise<void> {
  const concerned = [
    queries.registrations().queryKey,
    queries.activity(activityId).queryKey,
    ['registration.show'],
    ['activity.list'],
    ['home.show'],
  ]
  await Promise.all(concerned.map((queryKey) => client.invalidateQueries({ queryKey })))
  // Home and 我的 begin with it, also where nobody has looked at the list yet.
  void fetchMineAhead(client)
}

/** What was fetched ahead counts as old, so that whoever opens the list reads how it stands then. */
async function fetchMineAhead(client: QueryClient): Promise<void> {
  await client.prefetchQuery(queries.registrations())
  const { queryKey } = queries.registrations()
  await client.invalidateQueries({ queryKey, refetchType: 'none' })
}
