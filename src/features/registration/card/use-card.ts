import type { Output } from '../../../../core/contract'
import { queries } from '../../../api/queries'
import type { ScreenState } from '../../../components/screen/screen-state'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { usePageQuery } from '../../page/use-page-query'
import { screenStateOf } from '../../page/screen-state-of'

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
