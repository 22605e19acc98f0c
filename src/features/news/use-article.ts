import { isSlug } from '../../../core/shapes/slug'
import type { Article } from '../../../core/contract/news'
import { queries } from '../../api/queries'
import type { ScreenState } from '../../components/screen/screen-state'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'

const LONGEST_ID = 60

const NOT_AN_ARTICLE: ScreenState<Article> = {
  kind: 'troubled',
  trouble: { happened: refusalSentence('article_not_found'), advice: '', onRetry: null },
}

/** One article, read without signing in. */
export function useArticle(articleId: string): ScreenState<Article> {
  const named = articleId.length <= LONGEST_ID && isSlug(articleId)
  const state = screenStateOf(usePageQuery({ ...queries.article(articleId), enabled: named }))
  if (!named) return NOT_AN_ARTICLE
  return state.kind === 'ready' ? { ...state, value: state.value.article } : state
}
