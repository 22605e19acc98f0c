import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleSummary, NewsListed } from '../../../core/contract/news'
import type { NewsColumn } from '../../../core/domain/news/article'
import { queries } from '../../api/queries'
import { failureOf, type Failure } from '../../api/result'
import type { ScreenState } from '../../components/screen/screen-state'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'

type Listed = NewsListed
type Pages = readonly (readonly ArticleSummary[])[]

/** What stands below the last row. */
type Rest = 'more' | 'loading' | 'lost' | 'end'

interface NewsList {
  readonly column: NewsColumn | null
  readonly choose: (column: NewsColumn | null) => void
  /** Page by page, as they were asked for. */
  readonly found: ScreenState<Pages>
  readonly rest: Rest
  /** Of the older ones that did not come. */
  readonly failure: Failure | null
  readonly showMore: () => void
}

interface Scrolled {
  readonly column: NewsColumn | null
  readonly older: Pages
  /** Where to go on; `undefined` until anything was scrolled to. */
  readonly next: Listed['next'] | undefined
  readonly state: 'idle' | 'loading' | 'lost'
  readonly failure: Failure | null
}

const atTheTop = (column: NewsColumn | null): Scrolled => ({
  column,
  older: [],
  next: undefined,
  state: 'idle',
  failure: null,
})

/** One column, or all: its newest articles, and older ones as one scrolls. */
export function useNewsList(): NewsList {
  const client = useQueryClient()
  const [scrolled, setScrolled] = useState(() => atTheTop(null))
  const { column } = scrolled
  const all = screenStateOf(usePageQuery(queries.news(null)))
  const asked = screenStateOf(usePageQuery(queries.news(column)))
  const first = column !== null && asked.kind === 'troubled' ? ofColumn(all, column, asked) : asked
  const next =
    scrolled.next === undefined ? (first.kind === 'ready' ? first.value.next : null) : scrolled.next

  const showMore = () => {
    if (next === null || scrolled.state === 'loading') return
    // What arrives for a column that was left meanwhile is not wanted any more.
    const put = (turn: (before: Scrolled) => Scrolled) =>
      setScrolled((before) => (before.column === column ? turn(before) : before))
    setScrolled({ ...scrolled, state: 'loading', failure: null })
    client.fetchQuery(queries.news(column, next)).then(
      (page) =>
        put((before) => ({
          ...before,
          older: [...before.older, page.articles],
          next: page.next,
          state: 'idle',
        })),
      (error: unknown) => put((before) => ({ ...before, state: 'lost', failure: failureOf(error) })),
    )
  }

  return {
    column,
    choose: (chosen) => setScrolled(atTheTop(chosen)),
    found: first.kind === 'ready' ? { ...first, value: joined(first.value, scrolled) } : first,
    rest: restOf(next, scrolled),
    failure: scrolled.failure,
    showMore,
  }
}

const restOf = (next: Listed['next'], { state }: Scrolled): Rest =>
  state === 'idle' ? (next === null ? 'end' : 'more') : state

/** Something newer may have appeared above since: nothing is listed twice. */
function joined({ articles }: Listed, { older }: Scrolled): Pages {
  const known = new Set(articles.map(({ id }) => id))
  return [articles, ...older.map((page) => page.filter(({ id }) => !known.has(id)))]
}

/** Without a network a column is what this phone has of it. */
function ofColumn(
  all: ScreenState<Listed>,
  column: NewsColumn,
  trouble: ScreenState<Listed>,
): ScreenState<Listed> {
  if (all.kind !== 'ready') return trouble
  const articles = all.value.articles.filter((article) => article.column === column)
  return articles.length === 0 ? trouble : { ...all, value: { articles, next: null } }
}
