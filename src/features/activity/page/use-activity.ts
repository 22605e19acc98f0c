import { isSlug } from '../../../../core/shapes/slug'
import { useQueryClient } from '@tanstack/react-query'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { MyRegistration } from '../../../../core/contract/registration/registration'
import type { OfficeSummary } from '../../../../core/domain/office/office'
import { queries } from '../../../api/queries'
import type { ScreenState } from '../../../components/screen/screen-state'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { useHome, type Home } from '../../page/use-home'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'

export interface ShownActivity {
  readonly activity: ActivityPage
  /** The office it takes place in, where the directory is at hand. */
  readonly office: OfficeSummary | null
  /** Who runs this; `null` until the directory arrives. The page reads well without. */
  readonly home: Home | null
  /** The reader's own place, where this phone has seen their registrations before; nobody is signed in for it. */
  readonly own: MyRegistration | null
  /** Only in a preview, of a draft that is not whole: what stands where nothing can be said yet. */
  readonly unwritten?: {
    readonly when: string | null
    /** `null` where seats are written or none are needed. */
    readonly seats: string | null
  }
}

const LONGEST_ID = 60

const NOT_AN_ACTIVITY: ScreenState<ShownActivity> = {
  kind: 'troubled',
  trouble: { happened: refusalSentence('activity_not_found'), advice: '', onRetry: null },
}

/** One activity, read without signing in. */
export function useActivity(activityId: string): ScreenState<ShownActivity> {
  const named = activityId.length <= LONGEST_ID && isSlug(activityId)
  const home = useHome().data ?? null
  const own = useOwnRegistration(activityId)
  const state = screenStateOf(usePageQuery({ ...queries.activity(activityId), enabled: named }))
  if (!named) return NOT_AN_ACTIVITY
  if (state.kind !== 'ready') return state
  const activity = state.value
  const office = home?.directory.offices.find(({ id }) => id === activity.officeId) ?? null
  return { ...state, value: { activity, office, home, own } }
}

function useOwnRegistration(activityId: string): MyRegistration | null {
  const { queryKey } = queries.registrations()
  const isKnown = useQueryClient().getQueryData(queryKey) !== undefined
  const { data } = usePageQuery({ ...queries.registrations(), enabled: isKnown })
  const here = data?.registrations.filter(({ activity }) => activity.id === activityId) ?? []
  return here.find(({ headline }) => headline === 'confirmed' || headline === 'waiting') ?? null
}
