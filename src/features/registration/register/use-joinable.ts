import type { ActivityPage, RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { AnyRefusal } from '../../../../core/contract'
import { queries } from '../../../api/queries'
import { troubleOf } from '../../../api/call/trouble'
import type { ScreenState } from '../../../components/screen/screen-state'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'
import type { Household } from '../party/party'

/** An activity that takes registrations, and whom one could register. */
export interface Joinable {
  readonly activity: ActivityPage
  readonly terms: RegistrationTerms
  /** `null` when the family is out of reach just now: oneself can be registered all the same. */
  readonly household: Household | null
}

/** How activities are named; a link may have lost or gained letters. */
const ACTIVITY_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const trouble = (refusal: AnyRefusal): ScreenState<Joinable> => ({
  kind: 'troubled',
  trouble: { happened: refusalSentence(refusal), advice: '', onRetry: null },
})

/** Waits for both the activity and the family: who is ticked at first hangs on the two. */
export function useJoinable(activityId: string): ScreenState<Joinable> {
  const named = ACTIVITY_ID.test(activityId)
  const activityQuery = usePageQuery({ ...queries.activity(activityId), enabled: named })
  const familyQuery = usePageQuery({ ...queries.family(), enabled: named })
  if (!named) return trouble('activity_not_found')
  const shown = screenStateOf(activityQuery)
  const family = screenStateOf(familyQuery)
  if (shown.kind !== 'ready') return shown
  const { value: activity, note } = shown
  if (activity.status === 'withdrawn') return trouble('activity_withdrawn')
  if (activity.terms === null) return trouble('no_registration_needed')
  if (family.kind === 'loading') return family
  // Who cannot sign in here cannot register either; who is only cut off for the moment may go on.
  if (family.kind === 'troubled' && troubleOf(familyQuery.error).kind !== 'lost') return family
  const household = family.kind === 'ready' ? family.value : null
  return { kind: 'ready', value: { activity, terms: activity.terms, household }, note }
}
