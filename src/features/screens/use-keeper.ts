import type { OfficeSummary } from '../../../core/domain/office/office'
import type { ScreenState } from '../../components/screen/screen-state'
import { useHome } from '../page/use-home'
import { screenStateOf, together } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { screenQueries } from './queries'

/** Offices at which this member of staff may hang screens; none for who keeps no screens. */
export interface Keeper {
  readonly offices: readonly Pick<OfficeSummary, 'id' | 'name'>[]
}

/** Office staff at their own office, editors and admins at any that is open. */
export function useKeeper(): ScreenState<Keeper> {
  const state = together(screenStateOf(usePageQuery(screenQueries.me())), screenStateOf(useHome()))
  if (state.kind !== 'ready') return state
  const [{ staffRole, staffOfficeId }, { directory }] = state.value
  const open = directory.offices.filter(({ status }) => status === 'open')
  const all = staffRole === 'editor' || staffRole === 'admin'
  const own = open.filter(({ id }) => id === staffOfficeId)
  return { ...state, value: { offices: all ? open : own } }
}
